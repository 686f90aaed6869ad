import type { TrustedZone } from '@policywright/analyzer';
import type { Organization, OrganizationNode } from '../model/organization.ts';

/**
 * The zone that is trusted unless another is given: the organization with all its accounts; without one, nobody beside the
 * account of each resource.
 */
export function ownZone(organization: Organization | undefined): TrustedZone {
  return organization === undefined
    ? {}
    : { accounts: accountsOf(organization.root), organization: organization.id };
}

/** A zone that has a known organization has the accounts of that. */
export function wholeZone(zone: TrustedZone, organization: Organization | undefined): TrustedZone {
  if (organization?.id === undefined || zone.organization !== organization.id) return zone;
  return { ...zone, accounts: [...(zone.accounts ?? []), ...accountsOf(organization.root)] };
}

function accountsOf({ type, id, children }: OrganizationNode): readonly string[] {
  return [...(type === 'account' ? [id] : []), ...children.flatMap(accountsOf)];
}
