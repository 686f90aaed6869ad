import { isAccountId, parseArn } from '@policywright/arn';
import { resourcePolicies } from '@policywright/catalog';
import type { PolicySet } from '@policywright/evaluator';
import type { Policy } from '@policywright/policy';
import { accessPointOf, underlyingOf } from '../model/accessPoint.ts';
import type { RequiredCheck } from '../model/check.ts';
import { accountOf, resourcesBehind } from '../model/resourcesBehind.ts';
import type { World } from '../model/world.ts';
import { policyOfAnything, type CompiledPolicies, type Under } from '../policies/compiledPolicies.ts';
import { dropCertain } from '../policies/dropCertain.ts';

/** What a check is decided with. */
export interface Deciding {
  readonly compiled: CompiledPolicies;
  readonly policies: PolicySet;
  readonly world: World;
  /** The account of the call. */
  readonly account: string;
}

/** The policies that bear on a check, and which of them are not known. */
export interface Bearing {
  readonly under: Under;
  /** In words: policies that decide and that nobody tells, in whose place the widest stands, and what lies behind. */
  readonly missing: readonly string[];
  /** What lies behind an access point, in order, as far as the world tells it. */
  readonly underlying: readonly string[];
}

const NOTHING: readonly never[] = [];

/** Tells which policies bear on a check. */
export function bearingOn(check: RequiredCheck, deciding: Deciding): Bearing {
  const policy = policyOfResource(check, deciding);
  const isMissing = policy === undefined && needsPolicy(check, deciding);
  const known = policy === undefined || isEmpty(check.inPart) ? policy : dropCertain(policy, check.inPart);
  const resourcePolicy = isMissing ? policyOfAnything() : known;
  const missing = isMissing ? [wordsForPolicy(check)] : NOTHING;
  const side = sideOf(check);
  const accessPoint = accessPointOf(check.resource ?? '');
  if (accessPoint === undefined)
    return { under: { resourcePolicy, underlying: NOTHING, side }, missing, underlying: NOTHING };
  const behind = underlyingOf(accessPoint, deciding.world);
  if (behind === undefined) {
    const under = { resourcePolicy, underlying: NOTHING, side };
    return { under, missing: [...missing, `bucket behind ${accessPoint.arn}`], underlying: NOTHING };
  }
  const policyBehind = policyOfBucket(behind, deciding);
  const isOpen = policyBehind === policyOfAnything();
  return {
    under: { resourcePolicy, underlying: [policyBehind], side },
    missing: isOpen ? [...missing, `policy of ${behind}`] : missing,
    underlying: [behind],
  };
}

function isEmpty(record: object): boolean {
  for (const name in record) if (Object.hasOwn(record, name)) return false;
  return true;
}

function sideOf({ reason }: RequiredCheck): Under['side'] {
  if (reason === 'trust') return 'service';
  return reason === 'forwardAccess' ? 'forwarded' : 'caller';
}

function policyOfResource(check: RequiredCheck, { world, policies }: Deciding): Policy | undefined {
  const { resource, action } = check;
  if (action === 'iam:PassRole' || resource === undefined) return undefined;
  if (action.startsWith('sts:')) return world.trustOf?.(resource) ?? singlePolicy(check, policies);
  return toldOf(resource, world) ?? singlePolicy(check, policies);
}

/** Of an object of Amazon S3, the policy of its bucket; of one in an access point, that of the access point. */
function toldOf(resource: string, { policyOf }: World): Policy | undefined {
  if (policyOf === undefined) return undefined;
  const accessPoint = accessPointOf(resource);
  for (const one of accessPoint === undefined ? resourcesBehind(resource) : [resource, accessPoint.arn]) {
    const policy = policyOf(one);
    if (policy !== undefined) return policy;
  }
  return undefined;
}

/** Without a policy, what is of another account lets nothing through: the widest stands for one that nobody tells. */
function policyOfBucket(arn: string, { world, account }: Deciding): Policy | undefined {
  const policy = toldOf(arn, world);
  if (policy !== undefined) return policy;
  const owner = accountOf(arn, world) ?? parseArn(arn)?.account ?? '';
  return isAccountId(owner) && owner !== account ? policyOfAnything() : undefined;
}

/** The resource policy of the set is that of what the operation is about. */
function singlePolicy({ reason }: RequiredCheck, { resource }: PolicySet): Policy | undefined {
  if (reason !== 'operation' || resource === undefined) return undefined;
  return 'statements' in resource ? resource : resource[0];
}

/** Whether nothing can be allowed without the policy of the resource: keys, roles, and what is of another account. */
function needsPolicy(check: RequiredCheck, { account, world }: Deciding): boolean {
  const { action, resource, resourcePattern } = check;
  if (action.startsWith('sts:')) return check.resourceType === 'role';
  if (action.startsWith('kms:') && check.resourceType === 'key') return true;
  if (action === 'iam:PassRole') return false;
  // Where a service has no resource policies, nobody of another account is let in.
  if (!hasResourcePolicies(action)) return false;
  const named = resource ?? resourcePattern ?? '';
  const owner = accountOf(named, world) ?? parseArn(named)?.account ?? '';
  return isAccountId(owner) && owner !== account;
}

let withPolicies: ReadonlySet<string> | undefined;

function hasResourcePolicies(action: string): boolean {
  withPolicies ??= new Set(resourcePolicies().map(({ service }) => service));
  return withPolicies.has(action.slice(0, action.indexOf(':')));
}

function wordsForPolicy({ reason, action, resource }: RequiredCheck): string {
  const kind =
    reason === 'trust' || action.startsWith('sts:')
      ? 'trust policy'
      : action.startsWith('kms:')
        ? 'key policy'
        : 'policy';
  return resource === undefined ? `${kind} of the resource of ${action}` : `${kind} of ${resource}`;
}
