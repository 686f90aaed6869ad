import { isAccountId, parseArn } from '@policywright/arn';
import type { Policy } from '@policywright/policy';
import type { TagMap } from '../model/accountData.ts';
import type { Gap } from '../model/gap.ts';
import type { DocumentPool } from './documentPool.ts';
import type { AccountFindings, FoundAt } from './findings.ts';
import { isJsonRecord, listMember, readTags, textMember, type JsonRecord } from './shape.ts';

/** A policy that stands in the answer itself. */
export interface InlinePolicy {
  readonly name: string;
  readonly policy: Policy;
}

/** What users, groups and roles have alike: what one element of an answer says, before policies are looked up. */
export interface PrincipalParts {
  readonly arn: string;
  readonly account: string;
  readonly partition: string;
  readonly name: string;
  readonly id: string;
  readonly inline: readonly InlinePolicy[];
  /** ARNs of managed policies. */
  readonly attached: readonly string[];
  readonly at: FoundAt;
  readonly gaps: readonly Gap[];
}

/** A user or role before policies are looked up. */
export interface HolderParts extends PrincipalParts {
  readonly kind: 'user' | 'role';
  readonly boundary: string | undefined;
  readonly tags: TagMap;
  /** Names of groups. */
  readonly groups: readonly string[];
  readonly trust: Policy | undefined;
  readonly profiles: readonly string[];
}

/** What elements are read with. */
export interface Reading {
  readonly pool: DocumentPool;
  readonly findings: AccountFindings;
}

/** The members of an element by what it is. */
const MEMBERS = {
  user: { name: 'UserName', id: 'UserId', inline: 'UserPolicyList' },
  group: { name: 'GroupName', id: 'GroupId', inline: 'GroupPolicyList' },
  role: { name: 'RoleName', id: 'RoleId', inline: 'RolePolicyList' },
} as const;

/** Reads a user, group or role; `undefined` where it is none, which is reported. */
export function readPrincipalParts(
  element: JsonRecord,
  kind: keyof typeof MEMBERS,
  { reading, at }: { readonly reading: Reading; readonly at: FoundAt },
): PrincipalParts | undefined {
  const { findings } = reading;
  const members = MEMBERS[kind];
  const arn = textMember(element, 'Arn') ?? '';
  const parsed = parseArn(arn);
  const account = parsed?.account ?? '';
  if (parsed === undefined || !isAccountId(account) || !parsed.resource.startsWith(`${kind}/`)) {
    findings.add('invalid-shape', `expected the ARN of a ${kind} in \`Arn\``, at);
    return undefined;
  }
  const gaps: Gap[] = [];
  const inline = (listMember(element, members.inline) ?? []).flatMap((entry, index) => {
    const name = isJsonRecord(entry) ? (textMember(entry, 'PolicyName') ?? '') : '';
    const found = reading.pool.read(isJsonRecord(entry) ? entry['PolicyDocument'] : undefined);
    if (found.policy !== undefined) return [{ name, policy: found.policy }];
    const place = { ...at, path: `${at.path}/${members.inline}/${index}` };
    findings.add('invalid-policy', `inline policy \`${name}\` of \`${arn}\`: ${found.message}`, place);
    gaps.push({ kind: 'policy', name: name === '' ? `of ${arn}` : name });
    return [];
  });
  const lists = [members.inline, 'AttachedManagedPolicies'].filter(
    (name) => listMember(element, name) === undefined,
  );
  for (const list of lists) {
    findings.add('invalid-shape', `expected a list in \`${list}\``, { ...at, path: `${at.path}/${list}` });
    gaps.push({ kind: 'policy', name: `of ${arn}` });
  }
  return {
    arn,
    account,
    partition: parsed.partition,
    name: textMember(element, members.name) ?? arn.slice(arn.lastIndexOf('/') + 1),
    id: textMember(element, members.id) ?? '',
    inline,
    attached: readAttached(element),
    at,
    gaps,
  };
}

function readAttached(element: JsonRecord): readonly string[] {
  return (listMember(element, 'AttachedManagedPolicies') ?? []).flatMap((entry) =>
    isJsonRecord(entry) ? (textMember(entry, 'PolicyArn') ?? []) : [],
  );
}

/** Reads a user or role; `undefined` where it is none, which is reported. */
export function readHolderParts(
  element: JsonRecord,
  kind: 'user' | 'role',
  { reading, at }: { readonly reading: Reading; readonly at: FoundAt },
): HolderParts | undefined {
  const parts = readPrincipalParts(element, kind, { reading, at });
  if (parts === undefined) return undefined;
  const gaps = [...parts.gaps];
  const tags = readTags(element['Tags']);
  if (tags === undefined) {
    const place = { ...at, path: `${at.path}/Tags` };
    reading.findings.add('invalid-shape', 'expected a list of tags in `Tags`', place);
    gaps.push({ kind: 'tags', name: parts.arn });
  }
  const boundary = element['PermissionsBoundary'];
  const boundaryArn = isJsonRecord(boundary) ? textMember(boundary, 'PermissionsBoundaryArn') : undefined;
  if (boundary !== undefined && boundary !== null && boundaryArn === undefined) {
    const place = { ...at, path: `${at.path}/PermissionsBoundary` };
    reading.findings.add('invalid-shape', 'expected an ARN in `PermissionsBoundaryArn`', place);
    gaps.push({ kind: 'boundary', name: `of ${parts.arn}` });
  }
  const trust = kind === 'role' ? reading.pool.read(element['AssumeRolePolicyDocument']) : undefined;
  if (trust !== undefined && trust.policy === undefined) {
    const place = { ...at, path: `${at.path}/AssumeRolePolicyDocument` };
    reading.findings.add('invalid-policy', `trust policy of \`${parts.arn}\`: ${trust.message}`, place);
  }
  const profiles = (listMember(element, 'InstanceProfileList') ?? []).flatMap((entry) =>
    isJsonRecord(entry) ? (textMember(entry, 'Arn') ?? []) : [],
  );
  const groups = (listMember(element, 'GroupList') ?? []).filter((name) => typeof name === 'string');
  // Each member by its name: a spread with members beside it takes V8 as long as all the rest.
  return {
    arn: parts.arn,
    account: parts.account,
    partition: parts.partition,
    name: parts.name,
    id: parts.id,
    inline: parts.inline,
    attached: parts.attached,
    at: parts.at,
    kind,
    boundary: boundaryArn,
    tags: tags ?? {},
    groups: kind === 'user' ? groups : [],
    trust: trust?.policy,
    profiles,
    gaps,
  };
}
