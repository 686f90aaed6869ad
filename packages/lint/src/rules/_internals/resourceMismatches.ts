import type { Action } from '@policywright/catalog';
import type { Effect } from '@policywright/policy';
import { LIMITS } from '../../data/limits.ts';
import type { ActionFacts } from '../../facts/actionFacts.ts';
import { comparedTypesOf } from '../../facts/actionFit.ts';
import { catalogActions } from '../../facts/catalogActions.ts';
import type { LintContext } from '../../facts/lintContext.ts';
import type { ListEntry } from '../../facts/listEntry.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';
import { nearestFormats } from './nearestFormats.ts';
import { resourceFitOf } from './resourceFit.ts';

/** An entry of `Action`. */
export type ActionEntry = ListEntry<ActionFacts>;

/** A statement with the entries of `Action` that none of its resources suits, and no other statement. */
interface Mismatch {
  readonly at: StatementFacts;
  readonly wrong: readonly ActionEntry[];
}

/** The statements whose resources may not suit all actions, in the order of the document; `wrong` can be empty. */
export function mismatchesOf(context: LintContext): readonly Mismatch[] {
  return context.once(findMismatches);
}

function findMismatches(context: LintContext): readonly Mismatch[] {
  const served = { Allow: new Map<Action, boolean>(), Deny: new Map<Action, boolean>() };
  return [...candidates(context)].map((at) => {
    const entries = at.actions.filter(({ facts, unknown }) => !unknown && catalogActions(facts).length > 0);
    // The statement itself suits none of them, so that its effect is all that the answer depends on.
    const { effect } = at.statement;
    const wrong = entries.filter(({ facts }) => {
      const actions = catalogActions(facts);
      if (actions.some((action) => resourceFitOf(at).suits(action))) return false;
      return !actions.some((action) => isServed(context, { effect, action, known: served[effect] }));
    });
    return { at, wrong };
  });
}

function* candidates(context: LintContext): Iterable<StatementFacts> {
  for (const at of context.comparableStatements) {
    if (at.statement.action.negated || at.resources.length === 0) continue;
    if (at.actions.length * at.resources.length > LIMITS.pairs) {
      context.cut('so many actions and resources in a statement that they are not compared', at.pointer);
      continue;
    }
    if (at.resources.some(({ facts }) => facts.isOpen || facts.isEverything)) continue;
    yield at;
  }
}

/** Whether a statement of an effect is about an action and suits it. */
function isServed(
  context: LintContext,
  asked: { readonly effect: Effect; readonly action: Action; readonly known: Map<Action, boolean> },
): boolean {
  const { effect, action, known } = asked;
  let answer = known.get(action);
  if (answer === undefined) {
    answer = context.comparableStatements.some(
      (other) =>
        other.mayHave(effect) && resourceFitOf(other).suits(action) && other.matchesAction(action.fullName),
    );
    known.set(action, answer);
  }
  return answer;
}

/** A help that says on what actions work. */
export function formatsHelp(
  start: string,
  entries: readonly ActionEntry[],
  { resources }: StatementFacts,
): string | undefined {
  const actions = entries.flatMap(({ facts }) => catalogActions(facts));
  const services = new Set(actions.map(({ service }) => service));
  const all = new Set(actions.flatMap(comparedTypesOf).flatMap(({ arnFormats }) => arnFormats));
  // Where none is like the resource, the plain ones of the service itself say most.
  const strangeness = (format: string): number =>
    format.length + (services.has(format.split(':')[2] ?? '') ? 0 : FAR);
  const formats = [...all].toSorted((a, b) => strangeness(a) - strangeness(b));
  const [first] = resources;
  return first && `${start} ${nearestFormats(formats, first.facts)}`;
}

/** More than a format is long. */
const FAR = 10_000;
