import type { Request } from '@policywright/evaluator';
import type { ScenarioDocument } from '../model/scenarioDocument.ts';

/** The request of a scenario. */
export function requestOf(scenario: Omit<ScenarioDocument, 'id' | 'policies'>): Request {
  const { principal, action, resource, resourceAccount, context, underlying } = scenario;
  const request = { principal, action, resource, resourceAccount, context };
  if (underlying === undefined) return request;
  return {
    ...request,
    underlying: underlying.map((behind) => (typeof behind === 'string' ? { resource: behind } : behind)),
  };
}
