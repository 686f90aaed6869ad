import type { RequestContext } from '@policywright/conditions';
import type { Request } from '@policywright/evaluator';
import type { Problem } from '../search/problem.ts';
import { isWanted } from './realise.ts';

/**
 * Takes out of a request each context key that it does not need to come out as wanted.
 *
 * @param request - the request.
 * @param problem - what is looked for; keys that are the same in all requests stay.
 */
export function minimiseWitness(request: Request, problem: Problem): Request {
  let least = request;
  for (const key of Object.keys(request.context ?? {})) {
    if (Object.hasOwn(problem.given.context, key)) continue;
    const less = withoutKey(least, key);
    if (hasWhatIsAlwaysThere(less, key, problem) && isWanted(less, problem)) least = less;
  }
  return least;
}

function withoutKey(request: Request, key: string): Request {
  const context: RequestContext = Object.fromEntries(
    Object.entries(request.context ?? {}).filter(([name]) => name !== key),
  );
  return { ...request, context };
}

function hasWhatIsAlwaysThere(request: Request, key: string, { universe, given }: Problem): boolean {
  return given.factsOf(key, request.action, universe).presence !== 'always';
}
