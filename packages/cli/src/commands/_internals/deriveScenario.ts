import { deriveContext } from '@policywright/evaluator';
import type { Scenario } from '@policywright/scenario';

/** What `--derive` does, for the help of the commands that take it. */
export const DERIVE_NOTE: string =
  'With `--derive`, the context gets the keys that follow from the request: those of the principal (aws:PrincipalArn, aws:PrincipalAccount, aws:username, ...) and of the resource (aws:ResourceAccount, aws:RequestedRegion), aws:TagKeys, aws:ViaAWSService, and aws:SecureTransport as true. Keys that the scenario gives stay as they are; keys of time are not derived.';

/**
 * Completes the context of a scenario with the keys that follow from its request.
 *
 * @param scenario - not changed.
 * @returns the scenario with the new context. Without the time of day, so that a test stays what it is.
 */
export function deriveScenario(scenario: Scenario): Scenario {
  const { request } = scenario;
  return { ...scenario, request: { ...request, context: deriveContext(request) } };
}
