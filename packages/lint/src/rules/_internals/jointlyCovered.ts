import { scopeCovers, type PatternProofs } from '@policywright/analyzer/cover';
import type { LintContext } from '../../facts/lintContext.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';
import { hasOwnValue } from './hasOwnValue.ts';
import { coversAction, coversActions, coversResource, hasUnknownEntry } from './statementCovers.ts';
import { statementProofs } from './statementProofs.ts';

/**
 * The statements, of some, that together cover another whatever its conditions, as is proved.
 *
 * @param context - their document.
 * @param narrow - the one that may be covered; it names its resources.
 * @param search - those that may cover it, and what compares patterns: most statements spare a proof.
 */
export function jointlyCovered(
  context: LintContext,
  narrow: StatementFacts,
  { others, proofs }: { readonly others: readonly StatementFacts[]; readonly proofs: PatternProofs },
): readonly StatementFacts[] | undefined {
  if (hasUnknownEntry(narrow) || narrow.hasUnknownCondition) return undefined;
  if (narrow.actions.length * narrow.resources.length > MOST_PAIRS) return undefined;
  const { actions, resources } = partsOf(narrow, proofs);
  // One resource or action that none covers settles it: of most statements, the first.
  const isCovered = (part: Part): boolean => others.some(part);
  if (!resources.slice(0, 1).every(isCovered) || !actions.every(isCovered)) return undefined;
  const near: Near[] = [];
  for (const other of others) {
    const own = new Set(actions.filter((part) => part(other)));
    if (own.size === 0 || !isOfSameCallers(other, narrow)) continue;
    const at = new Set(resources.filter((part) => part(other)));
    if (at.size > 0) near.push({ other, actions: own, resources: at });
  }
  const isNamed = actions.every((action) =>
    resources.every((resource) => near.some((one) => one.actions.has(action) && one.resources.has(resource))),
  );
  const covering = near.map(({ other }) => other);
  if (!isNamed || hasOwnValue(narrow, covering)) return undefined;
  const by = statementProofs(context).coveredBy(
    narrow.statement,
    covering.map(({ statement }) => statement),
  );
  return by && covering.filter(({ statement }) => by.includes(statement));
}

/** So many actions times resources of a statement are looked at. */
const MOST_PAIRS = 2000;

/** Whether a statement covers a part of another: one of its actions or resources, or all that `NotAction` leaves. */
type Part = (other: StatementFacts) => boolean;

/** A statement with what it covers of the actions and of the resources of another. */
interface Near {
  readonly other: StatementFacts;
  readonly actions: ReadonlySet<Part>;
  readonly resources: ReadonlySet<Part>;
}

function partsOf(
  narrow: StatementFacts,
  proofs: PatternProofs,
): { readonly actions: readonly Part[]; readonly resources: readonly Part[] } {
  const actions = narrow.statement.action.negated
    ? [(other: StatementFacts) => coversActions(other, narrow, proofs)]
    : textsOf(narrow.actions).map((text) => (other: StatementFacts) => coversAction(other, text, proofs));
  const resources = textsOf(narrow.resources).map(
    (text) => (other: StatementFacts) => coversResource(other, text, proofs),
  );
  return { actions, resources };
}

function textsOf(entries: readonly { readonly facts: { readonly text: string } }[]): readonly string[] {
  return [...new Set(entries.map(({ facts }) => facts.text))];
}

/** Whether a statement is about all callers that another is about, effect and conditions aside. */
function isOfSameCallers(
  { statement: wide }: StatementFacts,
  { statement: narrow }: StatementFacts,
): boolean {
  return scopeCovers({ ...wide, effect: narrow.effect, conditions: [] }, narrow);
}
