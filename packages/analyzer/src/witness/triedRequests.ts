import { ContextReader, type ContextValue } from '@policywright/conditions';
import type { Request } from '@policywright/evaluator';
import { RESOURCE, type Requirement } from '../model/requirement.ts';
import { candidateValues } from '../search/candidateValues.ts';
import type { Problem } from '../search/problem.ts';
import type { Path } from '../search/search.ts';
import { filledTemplates } from './filledTemplates.ts';
import { exampleValue } from './readableValues.ts';

/** So many requests are tried for one way. */
const MOST_TRIED = 200;
/**
 * Values of policy variables, by their numbers and what such keys have: that, one for all, each another one, one as short as can
 * be, one of several segments, and none.
 */
const VARIABLE_VALUES: readonly ((number: number, example?: string) => string | undefined)[] = [
  (_, example) => example ?? 'alice',
  () => 'alice',
  (number) => `alice${String(number)}`,
  () => 'a',
  () => 'a/b',
  () => '',
  () => undefined,
];
const NO_VALUE: typeof VARIABLE_VALUES = [() => undefined];

/**
 * Requests for a way on which cells may be empty: the values of policy variables first, then what hangs on them.
 *
 * @param path - the way.
 * @param request - with what the way settles.
 * @param problem - what is looked for.
 */
export function* triedRequests(path: Path, request: Request, problem: Problem): Generator<Request> {
  const { keys, given } = problem;
  const reader = new ContextReader(keys);
  const open = path.steps.filter(({ cell }) => cell.value === undefined);
  const slots = [...new Set(open.flatMap(({ requirements }) => requirements.flatMap(variablesOf)))].filter(
    (slot) => !given.fixes(slot),
  );
  const chosen = new Set(path.steps.flatMap(chosenKey));
  const left = slots.filter((slot) => !chosen.has(slot));
  let tried = 0;
  for (const valueOf of slots.length === 0 ? NO_VALUE : VARIABLE_VALUES) {
    const values = left.map(
      (slot, number) => [keys.name(slot), valueOf(number, exampleValue(keys.name(slot), problem))] as const,
    );
    const context = {
      ...request.context,
      ...Object.fromEntries(values.filter((one): one is [string, string] => one[1] !== undefined)),
    };
    const filling = { open, action: request.action, problem, reader, beside: valueOf(0) };
    for (const filled of filledContexts(context, filling)) {
      reader.load(filled);
      for (const resource of resourcesFor(open, request.resource, reader)) {
        yield given.request({ action: request.action, resource, context: filled });
        if (++tried >= MOST_TRIED * VARIABLE_VALUES.length) return;
      }
    }
  }
}

interface Filling {
  readonly open: Path['steps'];
  readonly action: string;
  readonly problem: Problem;
  readonly reader: ContextReader;
  /** What else is tried for each key. */
  readonly beside: string | undefined;
}

/** The context with values for the keys of empty cells: of conditions with policy variables, such as these make of them first. */
function filledContexts(
  context: Record<string, ContextValue>,
  { open, action, problem: { keys, given, universe }, reader, beside }: Filling,
): readonly Record<string, ContextValue>[] {
  let contexts: readonly Record<string, ContextValue>[] = [context];
  for (const { requirements } of open) {
    const own = requirements.filter((one) => one.kind === 'key');
    const [first] = own;
    if (first === undefined) continue;
    const name = keys.name(first.slot);
    const facts = given.factsOf(name, action, universe);
    contexts = contexts
      .flatMap((one) => {
        reader.load(one);
        const values = candidateValues(own, facts, filledTemplates(own, reader));
        return [...values, ...(beside === undefined ? [] : [beside])].map((value) =>
          withKey(one, name, value),
        );
      })
      .slice(0, MOST_TRIED);
  }
  return contexts;
}

/** The slot of a key of which a step settles a value: where it settles that there is none, another one may do as well. */
function chosenKey({ requirements: [first], cell: { value } }: Path['steps'][number]): readonly number[] {
  return first?.kind === 'key' && value?.kind === 'key' && value.value !== undefined ? [first.slot] : [];
}

function variablesOf(requirement: Requirement): readonly number[] {
  if (requirement.kind === 'key') return requirement.checks.flatMap(({ variables }) => variables);
  return requirement.kind === 'resource'
    ? [...requirement.atoms.flatMap(({ slots }) => slots), ...requirement.voiding]
    : [];
}

function withKey(
  context: Record<string, ContextValue>,
  name: string,
  value: ContextValue | undefined,
): Record<string, ContextValue> {
  const others = Object.fromEntries(Object.entries(context).filter(([key]) => key !== name));
  return value === undefined ? others : { ...others, [name]: value };
}

/** The resource that is settled, or those of the patterns with variables, filled from the context. */
function resourcesFor(open: Path['steps'], resource: string, reader: ContextReader): readonly string[] {
  const step = open.find(({ variable }) => variable === RESOURCE);
  if (step === undefined) return [resource];
  const requirements = step.requirements.filter((one) => one.kind === 'resource');
  const texts = requirements.flatMap(({ atoms }) => atoms.flatMap((atom) => atom.texts(reader)));
  return [...new Set([...texts, resource])];
}
