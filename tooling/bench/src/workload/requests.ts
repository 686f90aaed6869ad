import type { Request } from '@policywright/evaluator';

/** How many requests an engine is asked in turn, so that no single string stays in every cache. */
export const REQUESTS_IN_TURN = 16;

/** The account of all callers. */
export const ACCOUNT = '111122223333';

/**
 * Makes requests that differ in their resource only.
 *
 * @param request - the first parts of each.
 * @param resource - gives the ARN by the request's number.
 */
export function requestsInTurn(
  request: Omit<Request, 'resource'>,
  resource: (index: number) => string,
): readonly Request[] {
  return Array.from({ length: REQUESTS_IN_TURN }, (_, index) => ({ ...request, resource: resource(index) }));
}
