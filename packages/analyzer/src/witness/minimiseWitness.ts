import type { RequestContext } from '@policywright/conditions';
import type { Request } from '@policywright/evaluator';
import type { Problem } from '../search/problem.ts';
import { isWanted, type Realised } from './realise.ts';

/**
 * Takes out of a request each context key that it does not need to come out as wanted.
 *
 * @param realised - the request.
 * @param problem - what is looked for; keys that are the same in all requests stay.
 */
export function minimiseWitness(realised: Realised, problem: Problem): Realised {
  let least = realised;
  for (const key of Object.keys(realised.request.context ?? {})) {
    if (Object.hasOwn(problem.given.context, key)) continue;
    const request = withoutKey(least.request, key);
    if (!hasWhatIsAlwaysThere(request, key, problem)) continue;
    const settled = problem.sides.map((side) => side.settle(request));
    if (isWanted(settled, problem)) least = { request, settled };
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
