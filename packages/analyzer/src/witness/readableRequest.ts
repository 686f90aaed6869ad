import type { ContextValue } from '@policywright/conditions';
import type { Request } from '@policywright/evaluator';
import type { Problem } from '../search/problem.ts';
import { isResource } from '../search/resourceCells.ts';
import { filledText } from './filledPattern.ts';
import { isWanted } from './realise.ts';
import { readableResources } from './readableResources.ts';
import { exampleValue, readableValues } from './readableValues.ts';
import { statementsAbout } from './statementsAbout.ts';

/**
 * The same request in words that people would choose: names from the patterns of the statements, the example account, a
 * Region. Each is taken only where the request still comes out as wanted.
 *
 * @param request - comes out as wanted.
 * @param problem - what is looked for.
 */
export function readableRequest(request: Request, problem: Problem): Request {
  const named = firstWanted(request, problem, readableActions(request, problem));
  const { action, context } = named;
  const resources = readableResources(named, problem);
  const placed = firstWanted(
    named,
    problem,
    resources.map((resource) => problem.given.request({ action, resource, context })),
  );
  return spelled(withReadableContext(placed, problem), problem);
}

/** With the action as AWS spells it, which decides nothing (rule S61). */
function spelled(request: Request, { universe }: Problem): Request {
  const [action = request.action] = universe.summary?.([request.action]) ?? [];
  return action.toLowerCase() === request.action ? { ...request, action } : request;
}

function withReadableContext(request: Request, problem: Problem): Request {
  let readable = withSharedValues(request, problem);
  for (const [key, value] of Object.entries(readable.context ?? {})) {
    if (isOfCaller(key, problem)) continue;
    const withValue = (other: ContextValue): Request => ({
      ...readable,
      context: { ...readable.context, [key]: other },
    });
    const values = readableValues({ key, value, action: request.action }, problem);
    readable = firstWanted(readable, problem, values.map(withValue));
  }
  return readable;
}

/** Whether a key hangs on the caller, or is the same in all requests. */
function isOfCaller(key: string, { given }: Problem): boolean {
  return Object.hasOwn(given.context, key) || given.parts.callers?.factsOf(key.toLowerCase()) !== undefined;
}

/** Keys that have to be equal change their value together: policy variables make them so. */
function withSharedValues(request: Request, problem: Problem): Request {
  const keys = Object.keys(request.context ?? {}).filter((key) => !isOfCaller(key, problem));
  let readable = request;
  for (const value of new Set(keys.map((key) => request.context?.[key]))) {
    const alike = keys.filter((key) => request.context?.[key] === value);
    const [example] = alike.flatMap((key) => exampleValue(key, problem) ?? []);
    if (alike.length < 2 || example === undefined || typeof value !== 'string') continue;
    const context = { ...readable.context, ...Object.fromEntries(alike.map((key) => [key, example])) };
    readable = firstWanted(readable, problem, [{ ...readable, context }]);
  }
  return readable;
}

/** The first of some requests that comes out as wanted, or the one that there is. */
function firstWanted(request: Request, problem: Problem, others: readonly Request[]): Request {
  return others.find((other) => isWanted(other, problem) && isInUniverse(other, problem)) ?? request;
}

/** Actions and context keys are taken from what there is; resources are made. */
function isInUniverse({ action, resource }: Request, { universe, given }: Problem): boolean {
  const resources = universe.resourceForms?.(action) ?? universe.resourcesOf(action);
  const { partition, parts } = given;
  return isResource(resource, { universe: resources, partition, owner: parts.callers?.owner });
}

/** For an action that no catalog has, names that patterns of the statements make. */
function readableActions(request: Request, problem: Problem): readonly Request[] {
  const { action } = request;
  const service = action.slice(0, action.indexOf(':'));
  const known = problem.universe.actionsOf(service) ?? [];
  if (known.includes(action)) return [];
  const patterns = statementsAbout(action, problem).flatMap(({ actions }) =>
    actions.flatMap((pattern) => (pattern.kind === 'service' ? `${pattern.prefix}:${pattern.name}` : [])),
  );
  return [...new Set(patterns)]
    .map((pattern) => filledText(pattern).toLowerCase())
    .filter((name) => name !== action && !known.includes(name))
    .map((name) => ({ ...request, action: name }));
}
