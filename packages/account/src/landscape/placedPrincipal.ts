import type { RequestContext } from '@policywright/conditions';
import { deriveContext, type PrincipalPolicies } from '@policywright/evaluator';
import type { Policy } from '@policywright/policy';
import type { AccountPrincipal } from '../model/accountData.ts';
import type { Gap } from '../model/gap.ts';
import type { AccountPlace } from './organizationLevels.ts';
import { allowsSessionTags } from './sessionTags.ts';
import { widestIdentity } from './widest.ts';

/** A user, or a session of a role, as a side of decisions. */
export interface PlacedPrincipal {
  /** Its place among all of them. */
  readonly index: number;
  readonly data: AccountPrincipal;
  /** With the widest that it can be in place of what is not known. */
  readonly side: PrincipalPolicies;
  /** With any, nothing is certain that is allowed. */
  readonly gaps: readonly Gap[];
}

/** The name of the sessions as which roles are asked. */
const SESSION = 'audit';

/** The ARN by which a principal makes requests: that of a user, or that of a session of a role. */
export function callerArn({ kind, arn, name, account }: AccountPrincipal): string {
  if (kind === 'user') return arn;
  const partition = arn.slice(4, arn.indexOf(':', 4));
  return `arn:${partition}:sts::${account}:assumed-role/${name}/${SESSION}`;
}

/** What places of principals are worked out from. */
export interface Placing {
  readonly index: number;
  /** `undefined` where the organization does not have the account. */
  readonly place: AccountPlace | undefined;
  /** Whether there is an organization at all. */
  readonly hasOrganization: boolean;
}

/** Makes a side of a principal. */
export function placePrincipal(
  data: AccountPrincipal,
  { index, place, hasOrganization }: Placing,
): PlacedPrincipal {
  const gaps: Gap[] = [...data.gaps];
  if (hasOrganization && (place === undefined || place.isScpUnknown) && place?.isManagement !== true)
    gaps.push({ kind: 'organization', name: `account ${data.account}` });
  const isAnyPolicyMissing = gaps.some(({ kind }) => kind === 'policy' || kind === 'group');
  const own = data.policies.map(({ policy }) => policy);
  const identity: readonly Policy[] = isAnyPolicyMissing ? [...own, widestIdentity()] : own;
  const { arn } = data;
  const takesTags = data.gaps.some(({ kind }) => kind === 'tags') || allowsSessionTags(data);
  let context: RequestContext | undefined;
  return {
    index,
    data,
    gaps,
    side: {
      principal: callerArn(data),
      identity,
      boundary: data.boundary === undefined ? undefined : [data.boundary.policy],
      scps: place?.scps,
      account: accountRole(place),
      role: arn.includes(':role/aws-service-role/') ? 'service-linked' : undefined,
      absent: [
        ...(takesTags ? [] : ['aws:PrincipalTag/*']),
        ...(data.kind === 'user' ? [] : ['aws:username']),
      ],
      // Made when first asked for: most questions are about few of all principals.
      get context() {
        return (context ??= contextOf(data, place));
      },
    },
  };

  function accountRole(at: AccountPlace | undefined): PrincipalPolicies['account'] {
    if (at?.isManagement === true) return 'management';
    return at?.isRootAdministrator === true ? 'delegated-administrator' : undefined;
  }

  function contextOf(of: AccountPrincipal, at: AccountPlace | undefined): RequestContext {
    const tags = takesTags ? [] : Object.entries(of.tags);
    const known = {
      'aws:PrincipalArn': arn,
      ...(of.kind === 'user' && of.id !== '' && { 'aws:userid': of.id }),
      ...(at?.organization !== undefined && { 'aws:PrincipalOrgID': at.organization }),
      ...(at?.path !== undefined && { 'aws:PrincipalOrgPaths': [at.path] }),
      ...Object.fromEntries(tags.map(([key, value]) => [`aws:PrincipalTag/${key}`, value])),
    };
    return deriveContext({ principal: callerArn(of), action: '', resource: '*', context: known });
  }
}
