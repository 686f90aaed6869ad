import { isAccountId, parseArn } from '@policywright/arn';
import type { ResourcePolicies } from '@policywright/evaluator';
import { resourcesBehind, resourceTagPrefixes } from '@policywright/operations';
import type { Gap } from '../model/gap.ts';
import type { ResourceData } from '../model/resourceData.ts';
import type { AccountPlace } from './organizationLevels.ts';
import { widestResource } from './widest.ts';

/** A resource as a side of decisions. */
export interface PlacedResource {
  readonly arn: string;
  /** The account that owns it; `undefined` where nobody knows. */
  readonly account: string | undefined;
  /** With the widest policy that it can have in place of what is not known. */
  readonly side: ResourcePolicies;
  /** With any, nothing is certain that is allowed. */
  readonly gaps: readonly Gap[];
  /** What was taken for granted of it, as its file does not have it. */
  readonly notes: readonly string[];
}

/** The levels of resource control policies that bear on a resource: on those of the management account, none do (rule S169). */
export function rcpsOn({ side: { account, rcps } }: PlacedResource): ResourcePolicies['rcps'] {
  return account === 'management' ? undefined : rcps;
}

/** Makes a side of a resource. */
export function placeResource(
  data: ResourceData,
  place: AccountPlace | undefined,
  notes: readonly string[] = [],
): PlacedResource {
  const { arn, tags, policy, isPolicyUnknown, grants } = data;
  const gaps: Gap[] = [];
  if (isPolicyUnknown) gaps.push({ kind: 'resource', name: arn });
  if (place?.isRcpUnknown === true && !place.isManagement)
    gaps.push({ kind: 'organization', name: `account ${data.account ?? ''}` });
  const prefixes = resourceTagPrefixes(arn.split(':', 3)[2] ?? '', typeOf(arn));
  // Whoever asks for a resource of a Region calls that Region.
  const region = arn.split(':', 4)[3] ?? '';
  const context = {
    ...(region !== '' && !/[*?]/.test(region) && { 'aws:RequestedRegion': region }),
    ...(data.account !== undefined && { 'aws:ResourceAccount': data.account }),
    ...(place?.organization !== undefined && { 'aws:ResourceOrgID': place.organization }),
    ...(place?.path !== undefined && { 'aws:ResourceOrgPaths': [place.path] }),
    ...Object.fromEntries(
      Object.entries(tags ?? {}).flatMap(([key, value]) => prefixes.map((prefix) => [prefix + key, value])),
    ),
  };
  return {
    arn,
    account: data.account,
    gaps,
    notes,
    side: {
      resource: arn,
      resourceAccount: data.account,
      policy: isPolicyUnknown ? widestResource() : policy,
      rcps: place?.rcps,
      account: place?.isManagement === true ? 'management' : undefined,
      kind: kindOf(data, grants),
      ...(Object.keys(context).length > 0 && { context }),
      ...(tags !== undefined && { absent: prefixes.map((prefix) => `${prefix}*`) }),
    },
  };
}

/** The one type whose tags have keys of their own: what has a bucket behind it is an object. */
function typeOf(arn: string): 'object' | undefined {
  return resourcesBehind(arn).length > 1 ? 'object' : undefined;
}

function kindOf(
  { restrictsPublicAccess }: ResourceData,
  grants: ResourceData['grants'],
): ResourcePolicies['kind'] {
  // Without grants, action and ARN tell what a key is: actions of other services on it are not the key policy's.
  if (grants.length > 0) return { type: 'key', grants };
  return restrictsPublicAccess ? { type: 'bucket', publicAccess: 'restricted' } : undefined;
}

/** What is known of a resource of which no file tells: the account in its ARN. */
export function untoldResource(arn: string): ResourceData {
  const account = parseArn(arn)?.account ?? '';
  const isDecidedByPolicy = /^arn:[^:]*:(?:kms:[^:]*:\d*:key\/|iam::\d*:role\/)/.test(arn);
  return {
    arn,
    account: isAccountId(account) ? account : undefined,
    tags: undefined,
    policy: undefined,
    isPolicyUnknown: isDecidedByPolicy,
    keyArn: undefined,
    roles: [],
    grants: [],
    restrictsPublicAccess: false,
  };
}
