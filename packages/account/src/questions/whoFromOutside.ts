import type { TrustedZone } from '@policywright/analyzer';
import { ExternalFinder } from '../external/externalFinder.ts';
import { ownZone, wholeZone } from '../external/trustedAccounts.ts';
import type { Landscape } from '../landscape/landscape.ts';
import type { ExternalAudit } from '../model/externalReach.ts';

/**
 * Says who gets at the resources and roles of the accounts from outside.
 *
 * @param landscape - the accounts.
 * @param zone - who is trusted; the organization if left out.
 */
export function whoFromOutside(landscape: Landscape, zone?: TrustedZone): ExternalAudit {
  const { organization } = landscape.snapshot;
  const finder = new ExternalFinder(
    landscape,
    zone === undefined ? ownZone(organization) : wholeZone(zone, organization),
  );
  const roles = landscape.principals.filter(({ data }) => data.kind === 'role').map(({ data }) => data.arn);
  const found = [...new Set([...landscape.told, ...roles])].map((resource) => ({
    resource,
    ...finder.of(resource),
  }));
  return {
    reach: found.flatMap(({ reach }) => reach),
    unknown: found.flatMap(({ resource, why }) => why.map((reason) => ({ resource, why: reason }))),
  };
}
