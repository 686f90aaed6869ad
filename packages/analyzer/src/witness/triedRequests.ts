import { ContextReader, type ContextValue } from '@policywright/conditions';
import type { Request } from '@policywright/evaluator';
import { RESOURCE, type Requirement } from '../model/requirement.ts';
import { candidateValues } from '../search/candidateValues.ts';
import type { Problem } from '../search/problem.ts';
import type { Path } from '../search/search.ts';

/** So many requests are tried for one way. */
const MOST_TRIED = 200;
/** Values of policy variables: one that reads well, one as short as can be, one of several segments, and none. */
const VARIABLE_VALUES: readonly (string | undefined)[] = ['alice', 'a', 'a/b', '', undefined];

/**
 * Requests for a way on which cells may be empty: the values of policy variables first, then what hangs on them.
 *
 * @param path - the way.
 * @param request - with what the way settles.
 * @param problem - what is looked for.
 */
export function triedRequests(path: Path, request: Request, problem: Problem): readonly Request[] {
  const { keys, given, universe } = problem;
  const reader = new ContextReader(keys);
  const open = path.steps.filter(({ cell }) => cell.value === undefined);
  const tried: Request[] = [];
  const slots = [...new Set(open.flatMap(({ requirements }) => requirements.flatMap(variablesOf)))].filter(
    (slot) => !given.fixes(slot),
  );
  for (const value of slots.length === 0 ? [undefined] : VARIABLE_VALUES) {
    let contexts: readonly Record<string, ContextValue>[] = [{ ...request.context }];
    if (value !== undefined) {
      const chosen = new Set(path.steps.flatMap(chosenKey));
      const left = slots.filter((slot) => !chosen.has(slot));
      contexts = contexts.map((context) => ({ ...context, ...valuesFor(left, value, keys) }));
    }
    for (const step of open) {
      const { requirements } = step;
      const own = requirements.filter((one) => one.kind === 'key');
      const [first] = own;
      if (first === undefined) continue;
      const name = keys.name(first.slot);
      const values = candidateValues(own, given.factsOf(name, request.action, universe));
      contexts = contexts
        .flatMap((context) =>
          [...values, ...(value === undefined ? [] : [value])].map((one) => withKey(context, name, one)),
        )
        .slice(0, MOST_TRIED);
    }
    for (const context of contexts) {
      reader.load(context);
      for (const resource of resourcesFor(open, request.resource, reader)) {
        tried.push(given.request({ action: request.action, resource, context }));
        if (tried.length >= MOST_TRIED * VARIABLE_VALUES.length) return tried;
      }
    }
  }
  return tried;
}

/** The slot of a key whose value a step settles. */
function chosenKey({ requirements: [first], cell }: Path['steps'][number]): readonly number[] {
  return first?.kind === 'key' && cell.value !== undefined ? [first.slot] : [];
}

function variablesOf(requirement: Requirement): readonly number[] {
  if (requirement.kind === 'key') return requirement.checks.flatMap(({ variables }) => variables);
  return requirement.kind === 'resource'
    ? [...requirement.atoms.flatMap(({ slots }) => slots), ...requirement.voiding]
    : [];
}

function valuesFor(
  slots: readonly number[],
  value: string,
  keys: Problem['keys'],
): Record<string, ContextValue> {
  return Object.fromEntries(slots.map((slot) => [keys.name(slot), value]));
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
