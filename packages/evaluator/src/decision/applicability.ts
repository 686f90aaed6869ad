import type { EvaluatorOptions } from '../options.ts';
import type { Caller } from '../principal/caller.ts';
import type { PolicySetFlags } from '../request/policySet.ts';
import { RCP_SERVICES } from '../service-rules/rcpServices.ts';
import type { ServiceRule } from '../service-rules/serviceRule.ts';
import { LAYER_BIT } from '../statement/layer.ts';

/** Layers that hold the policies of an IAM principal; other callers have none (rules S162 and S164). */
const PRINCIPAL_LAYERS: number = LAYER_BIT.identity | LAYER_BIT.boundary | LAYER_BIT.session;

/**
 * The layers that do not bear on a caller, whatever it asks for, as bits of `LAYER_BIT` (rules S162 to S169).
 *
 * @param caller - who calls.
 * @param flags - facts about the accounts.
 */
export function inactiveLayers(caller: Caller, flags: PolicySetFlags): number {
  const isIam = caller.account !== '';
  let inactive = 0;
  if (!isIam) inactive |= PRINCIPAL_LAYERS;
  else if (caller.kind === 'root') inactive |= LAYER_BIT.identity | LAYER_BIT.boundary;
  if (!isIam || flags.serviceLinkedRole === true || flags.principalInManagementAccount === true) {
    inactive |= LAYER_BIT.scp;
  }
  if (flags.serviceLinkedRole === true || flags.resourceInManagementAccount === true)
    inactive |= LAYER_BIT.rcp;
  return inactive;
}

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

/** Whether a permissions boundary can limit a caller: it has one, and is a user, a role or a session. */
export function isBounded(caller: Caller, hasBoundary: boolean): boolean {
  return hasBoundary && caller.account !== '' && caller.kind !== 'root';
}
