import { SETTLEMENTS } from '../settlement/settlement.ts';
import { CROSS_ACCOUNT_REACH, type CrossAccountReach } from './crossAccountReach.ts';
import type { Refusal, ServiceRule } from './serviceRule.ts';

/**
 * Operations that no caller from outside the owner's account can make, whatever both sides allow (rules S176,
 * S205, S206 and S207). AWS services call for themselves and are not held to it.
 */
export const crossAccount: ServiceRule = {
  name: 'cross-account',
  rules: ['S176', 'S205', 'S206', 'S207'],
  covers: (action) => reachOf(action) !== undefined,
  refusal: () => refuseOutsiders,
};

/** Refuses whoever is neither of the owner's account nor an AWS service; a canonical user is not known to be. */
export const refuseOutsiders: Refusal = ({ caller, sameAccount }) =>
  caller.kind === 'service' || (sameAccount && caller.account !== '')
    ? undefined
    : SETTLEMENTS['cross-account-refused'];

/** What keeps an action within its account; `undefined` if nothing does. */
function reachOf(action: string): CrossAccountReach | undefined {
  const colon = action.indexOf(':');
  const reach = CROSS_ACCOUNT_REACH.get(action.slice(0, Math.max(colon, 0)));
  if (reach === undefined) return undefined;
  const listed = reach.names.has(action.slice(colon + 1));
  return listed === (reach.across === 'none of these') ? reach : undefined;
}
