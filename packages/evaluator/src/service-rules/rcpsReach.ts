import type { EvaluatorOptions } from '../options.ts';
import { RCP_SERVICES } from './rcpServices.ts';
import type { ServiceRule } from './serviceRule.ts';

/** What the reach of RCPs depends on. */
export interface RcpReach {
  /** Prefix of the action's service, in lower case. */
  readonly service: string;
  readonly serviceRules: readonly ServiceRule[];
}

/**
 * Whether resource control policies can affect an action at all (rule S169).
 *
 * @param action - its service and the rules of that service.
 * @param options - may name the services that RCPs affect.
 */
export function rcpsReach({ service, serviceRules }: RcpReach, options: EvaluatorOptions): boolean {
  const { rcpServices = RCP_SERVICES } = options;
  if (serviceRules.some((rule) => rule.escapesRcps)) return false;
  return rcpServices === 'all' || rcpServices.has(service);
}
