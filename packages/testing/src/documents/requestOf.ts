import type { Request } from '@policywright/evaluator';
import type { ScenarioDocument } from './scenarioDocument.ts';

/** The request of a scenario. */
export function requestOf(scenario: Omit<ScenarioDocument, 'id' | 'policies'>): Request {
  const { principal, action, resource, resourceAccount, context } = scenario;
  return { principal, action, resource, resourceAccount, context };
}
