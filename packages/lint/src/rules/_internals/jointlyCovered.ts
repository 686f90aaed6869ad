import { scopeCovers, type PatternProofs } from '@policywright/analyzer/cover';
import type { LintContext } from '../../facts/lintContext.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';
import { coversAction, coversResource, hasUnknownEntry } from './statementCovers.ts';
import { statementProofs } from './statementProofs.ts';

/**
 * The statements, of some, that together cover another whatever its conditions, as is proved.
 *
 * @param context - their document.
 * @param narrow - the one that may be covered; it names actions and resources.
 * @param search - those that may cover it, and what compares patterns: most statements spare a proof.
 */
export function jointlyCovered(
  context: LintContext,
  narrow: StatementFacts,
  { others, proofs }: { readonly others: readonly StatementFacts[]; readonly proofs: PatternProofs },
): readonly StatementFacts[] | undefined {
  if (hasUnknownEntry(narrow) || narrow.hasUnknownCondition) return undefined;
  if (narrow.actions.length * narrow.resources.length > MOST_PAIRS) return undefined;
  // One resource or action that none covers settles it: of most statements, the first.
  const [first] = narrow.resources;
  if (first !== undefined && !others.some((other) => coversResource(other, first.facts.text, proofs)))
    return undefined;
  const hasAction = ({ facts }: { readonly facts: { readonly text: string } }): boolean =>
    others.some((other) => coversAction(other, facts.text, proofs));
  if (!narrow.actions.every(hasAction)) return undefined;
  const near: Near[] = [];
  for (const other of others) {
    const actions = namesOf(narrow.actions, (text) => coversAction(other, text, proofs));
    if (actions.size === 0 || !isOfSameCallers(other, narrow)) continue;
    const resources = namesOf(narrow.resources, (text) => coversResource(other, text, proofs));
    if (resources.size > 0) near.push({ other, actions, resources });
  }
  const isNamed = narrow.actions.every((action) =>
    narrow.resources.every((resource) =>
      near.some(
        ({ actions, resources }) => actions.has(action.facts.text) && resources.has(resource.facts.text),
      ),
    ),
  );
  if (!isNamed) return undefined;
  const by = statementProofs(context).coveredBy(
    narrow.statement,
    near.map(({ other }) => other.statement),
  );
  return by && near.map(({ other }) => other).filter(({ statement }) => by.includes(statement));
}

/** So many actions times resources of a statement are looked at. */
const MOST_PAIRS = 2000;

/** A statement with what it covers of the actions and of the resources of another. */
interface Near {
  readonly other: StatementFacts;
  readonly actions: ReadonlySet<string>;
  readonly resources: ReadonlySet<string>;
}

function namesOf(
  entries: readonly { readonly facts: { readonly text: string } }[],
  covers: (text: string) => boolean,
): ReadonlySet<string> {
  return new Set(entries.map(({ facts }) => facts.text).filter(covers));
}

/** Whether a statement is about all callers that another is about, effect and conditions aside. */
function isOfSameCallers(
  { statement: wide }: StatementFacts,
  { statement: narrow }: StatementFacts,
): boolean {
  return scopeCovers({ ...wide, effect: narrow.effect, conditions: [] }, narrow);
}
