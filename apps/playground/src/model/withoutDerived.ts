import { deriveContext, type Request } from '@policywright/evaluator';

/**
 * A request without the keys that the page completes by itself, so that the form shows what matters.
 *
 * @param request - of an answer.
 */
export function withoutDerived(request: Request): Request {
  const derived = deriveContext({ ...request, context: {} });
  const told = Object.entries(request.context ?? {}).filter(
    ([key, value]) => String(derived[key]) !== String(value),
  );
  return { ...request, context: Object.fromEntries(told) };
}
