import type { PolicySet } from '@policywright/evaluator';
import type { RequiredCheck } from '@policywright/operations';
import type { Landscape } from '../landscape/landscape.ts';
import type { PlacedPrincipal } from '../landscape/placedPrincipal.ts';
import { gapText } from '../model/gap.ts';

/**
 * All policies that calls of a principal are decided by, with the widest in place of what is not known.
 *
 * @param placed - who calls.
 * @param landscape - the accounts.
 */
export function policiesOf({ data, side }: PlacedPrincipal, { places }: Landscape): PolicySet {
  const place = places.get(data.account);
  return {
    identity: side.identity,
    boundary: side.boundary,
    scps: side.scps,
    // Those of the caller's account stand for those of all: `missingOf` says where they are not.
    rcps: place?.rcps,
    flags: {
      principalInManagementAccount: place?.isManagement,
      resourceInManagementAccount: place?.isManagement,
      delegatedAdministrator: place?.isRootAdministrator,
      ...(side.role === 'service-linked' && { serviceLinkedRole: true }),
    },
  };
}

/**
 * What bears on a call and no file tells, in words: with any, it is not certainly allowed.
 *
 * @param placed - who calls.
 * @param checks - of the call.
 * @param landscape - the accounts.
 */
export function missingOf(
  { data: { account }, gaps }: PlacedPrincipal,
  checks: readonly RequiredCheck[],
  { places, snapshot }: Landscape,
): readonly string[] {
  const others = snapshot.organization?.usesRcps === true ? otherAccounts(checks, account) : [];
  return [
    ...gaps.map(gapText),
    ...(places.get(account)?.isRcpUnknown === true ? [rcpsOf(account)] : []),
    ...others.map(rcpsOf),
  ];
}

function rcpsOf(account: string): string {
  return `resource control policies of account ${account}`;
}

function otherAccounts(checks: readonly RequiredCheck[], own: string): readonly string[] {
  const owners = checks.flatMap(({ context: { 'aws:ResourceAccount': owner } }) => owner ?? []);
  return [...new Set(owners.filter((owner): owner is string => typeof owner === 'string' && owner !== own))];
}
