import { checkNoPublicAccess, PUBLIC_RESOURCE_TYPES, type PublicResourceType } from '@policywright/analyzer';
import { AWS } from '@policywright/analyzer/aws';
import { compileGlob, type Matcher } from '@policywright/arn';
import { rcpsOn, type PlacedResource } from '../landscape/placedResource.ts';
import type { Policy } from '@policywright/policy';

let matchers: readonly (readonly [PublicResourceType, Matcher])[] | undefined;

/** The type of a resource, as far as "public" has a meaning for it. */
function publicType(arn: string): PublicResourceType | undefined {
  matchers ??= Object.entries(PUBLIC_RESOURCE_TYPES).map(
    // INVARIANT: the keys of the table are the types.
    ([type, { resources }]) => [type as PublicResourceType, compileGlob(resources)] as const,
  );
  return matchers.find(([, matcher]) => matcher.matches(arn))?.[0];
}

/**
 * Whether the policy of a resource lets the public in, all that bears on it counted.
 *
 * @param resource - with the levels of its organization.
 * @param policy - its own.
 */
export function isPublicResource(resource: PlacedResource, policy: Policy): boolean | 'unknown' {
  const { arn, account, side } = resource;
  const resourceType = publicType(arn);
  if (resourceType === undefined) return 'unknown';
  if (side.kind?.type === 'bucket' && side.kind.publicAccess === 'restricted') return false;
  const { verdict } = checkNoPublicAccess(policy, {
    resourceType,
    universe: AWS,
    resourceAccount: account,
    rcps: rcpsOn(resource),
  }).verdict;
  return verdict === 'unknown' ? 'unknown' : verdict === 'refuted';
}
