import type { Caller, CallerKind } from '../principal/caller.ts';
import type { PolicySetFlags } from '../request/policySet.ts';
import { LAYER_BIT } from '../layers/layer.ts';

/** Layers that hold the policies of an IAM principal; other callers have none (rules S162 and S164). */
const PRINCIPAL_LAYERS: number = LAYER_BIT.identity | LAYER_BIT.boundary | LAYER_BIT.session;

/**
 * The layers that do not bear on a caller, whatever it asks for, as bits of `LAYER_BIT` (rules S162 to S169),
 * unless it is a service-linked role, on which `BEYOND_SERVICE_LINKED_ROLES` do not bear either.
 *
 * @param caller - who calls.
 * @param flags - facts about the accounts.
 */
export function inactiveLayers(caller: Caller, flags: PolicySetFlags): number {
  const isIam = caller.account !== '';
  let inactive = 0;
  if (!isIam) inactive |= PRINCIPAL_LAYERS;
  else if (hasNoIdentity(caller, flags)) inactive |= LAYER_BIT.identity | LAYER_BIT.boundary;
  if (!isIam || flags.principalInManagementAccount === true) inactive |= LAYER_BIT.scp;
  return inactive | inactiveForResource(flags);
}

/** The layers that do not bear on a resource, whoever asks for it, as bits of `LAYER_BIT` (rule S169). */
export function inactiveForResource({ resourceInManagementAccount }: PolicySetFlags): number {
  return resourceInManagementAccount === true ? LAYER_BIT.rcp : 0;
}

/** Root, and a federated session that root made, have neither identity-based policies nor a boundary (S163, S200). */
function hasNoIdentity({ kind }: Caller, flags: PolicySetFlags): boolean {
  return kind === 'root' || isFederatedByRoot(kind, flags);
}

/** Whether a caller is a federated session that was made with root's credentials (rule S200). */
export function isFederatedByRoot(kind: CallerKind, { federatedByRoot }: PolicySetFlags): boolean {
  return kind === 'federatedSession' && federatedByRoot === true;
}

/** The layers that do not bear on a service-linked role (rules S167 and S169). */
export const BEYOND_SERVICE_LINKED_ROLES: number = LAYER_BIT.scp | LAYER_BIT.rcp;

/** Whether a permissions boundary, where there is one, limits a caller: it is a user, a role or a session of one. */
export function isBounded(caller: Caller, flags: PolicySetFlags): boolean {
  return caller.account !== '' && !hasNoIdentity(caller, flags);
}
