import { SnapshotReader, type DocumentPool, type SnapshotReading } from '../index.ts';

export const ACCOUNT = '111122223333';
export const OTHER = '444455556666';
export const MANAGEMENT = '777788889999';

/** A document of some statements; an Allow of everything on everything, but for what they say. */
export function documentOf(...statements: readonly object[]): object {
  return {
    Version: '2012-10-17',
    Statement: statements.map((parts) => ({
      Effect: 'Allow',
      ...('NotAction' in parts ? {} : { Action: '*' }),
      ...('NotResource' in parts ? {} : { Resource: '*' }),
      ...parts,
    })),
  };
}

/** A trust policy of some statements, which allow `sts:AssumeRole` unless they say otherwise. */
export function trusting(...statements: readonly object[]): object {
  return {
    Version: '2012-10-17',
    Statement: statements.map((parts) => ({ Effect: 'Allow', Action: 'sts:AssumeRole', ...parts })),
  };
}

/** A user or role in short. */
export interface GivenPrincipal {
  readonly account?: string;
  /** Statements of one inline policy of the name `own`. */
  readonly allow?: readonly object[];
  /** The ARN of the boundary. */
  readonly boundary?: string;
  readonly attached?: readonly string[];
  readonly groups?: readonly string[];
  readonly tags?: Readonly<Record<string, string>>;
  readonly path?: string;
  /** Of a role; trusts EC2 if left out. */
  readonly trust?: object;
  readonly profiles?: readonly string[];
}

/** Accounts in short. */
export interface GivenAccounts {
  readonly users?: Readonly<Record<string, GivenPrincipal>>;
  readonly roles?: Readonly<Record<string, GivenPrincipal>>;
  /** Statements of an inline policy by name of the group. */
  readonly groups?: Readonly<Record<string, readonly object[]>>;
  /** Documents by ARN. */
  readonly policies?: Readonly<Record<string, object>>;
  /** ARNs of policies that every group has. */
  readonly attachedToGroups?: readonly string[];
  /** Policies have versions that are not the default. */
  readonly otherVersions?: boolean;
  /** As in `organization.json`. */
  readonly organization?: object;
  /** As in `resources/*.json`. */
  readonly resources?: readonly object[];
}

/** The ARN of a user or role of the first account. */
export function arnOf(kind: 'user' | 'role', name: string, account: string = ACCOUNT): string {
  return `arn:aws:iam::${account}:${kind}/${name}`;
}

/**
 * Reads accounts as files of a snapshot.
 *
 * @param given - the accounts.
 * @param pool - shared with other snapshots.
 */
export function readGiven(given: GivenAccounts, pool?: DocumentPool): SnapshotReading {
  const { users = {}, roles = {}, groups = {}, policies = {}, organization, resources } = given;
  const { attachedToGroups = [], otherVersions = false } = given;
  const reader = new SnapshotReader(pool);
  const write = (path: string, value: unknown): void => {
    reader.open(path);
    reader.write(JSON.stringify(value));
  };
  write('accounts/all.json', {
    UserDetailList: Object.entries(users).map(([name, user]) => ({
      UserName: name,
      UserId: `AIDA${name.toUpperCase()}`,
      UserPolicyList: inlineOf(user),
      GroupList: user.groups ?? [],
      ...commonOf('user', name, user),
    })),
    GroupDetailList: Object.entries(groups).map(([name, statements]) => ({
      GroupName: name,
      Arn: `arn:aws:iam::${ACCOUNT}:group/${name}`,
      GroupPolicyList: [{ PolicyName: 'team', PolicyDocument: documentOf(...statements) }],
      AttachedManagedPolicies: attachedToGroups.map((PolicyArn) => ({ PolicyArn })),
    })),
    RoleDetailList: Object.entries(roles).map(([name, role]) => ({
      RoleName: name,
      RoleId: `AROA${name.toUpperCase()}`,
      RolePolicyList: inlineOf(role),
      AssumeRolePolicyDocument: role.trust ?? trusting({ Principal: { Service: 'ec2.amazonaws.com' } }),
      InstanceProfileList: (role.profiles ?? []).map((Arn) => ({ Arn })),
      ...commonOf('role', name, role),
    })),
    Policies: Object.entries(policies).map(([Arn, Document]) => ({
      Arn,
      DefaultVersionId: 'v1',
      PolicyVersionList: [
        { VersionId: 'v1', IsDefaultVersion: true, Document },
        ...(otherVersions ? [{ VersionId: 'v0', IsDefaultVersion: false, Document }] : []),
      ],
    })),
  });
  if (organization !== undefined) write('organization.json', organization);
  if (resources !== undefined) write('resources/all.json', resources);
  return reader.end();
}

function inlineOf({ allow }: GivenPrincipal): readonly object[] {
  return allow === undefined ? [] : [{ PolicyName: 'own', PolicyDocument: documentOf(...allow) }];
}

function commonOf(kind: 'user' | 'role', name: string, given: GivenPrincipal): object {
  const { account, boundary, attached = [], tags = {}, path = '' } = given;
  return {
    Arn: arnOf(kind, `${path}${name}`, account),
    AttachedManagedPolicies: attached.map((PolicyArn) => ({ PolicyArn, PolicyName: PolicyArn })),
    Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
    ...(boundary !== undefined && { PermissionsBoundary: { PermissionsBoundaryArn: boundary } }),
  };
}
