import { PatternProofs } from '@policywright/analyzer/cover';
import { LIMITS } from '../data/limits.ts';
import type { LintContext } from './lintContext.ts';

/** Proofs for one rule in one document; whatever looks like a variable is taken for one. */
export function newProofs(): PatternProofs {
  const { glances: pairs, comparisons: proofs, steps } = LIMITS;
  return new PatternProofs({ variables: true }, { pairs, proofs, steps });
}

/** Notes that a rule could not compare all that it would have. */
export function reportSpent(context: LintContext, proofs: PatternProofs): void {
  if (proofs.spent) context.cut('so many patterns that not all of them are compared with each other');
}

/** The first item that passes, while patterns may be compared; behind that it would be a walk for nothing. */
export function findWithin<Item>(
  items: readonly Item[],
  proofs: PatternProofs,
  passes: (item: Item) => boolean,
): Item | undefined {
  for (const item of items) {
    if (proofs.spent) return undefined;
    if (passes(item)) return item;
  }
  return undefined;
}
