import {
  BOUNDARY,
  COMMON_POLICIES,
  documentOf,
  teamDocument,
  type MadeDocument,
  type Setting,
} from './documents.ts';
import type { Random } from './random.ts';

/** Which account to make. */
export interface AccountSetting {
  readonly random: Random;
  readonly account: string;
  readonly principals: number;
  /** All accounts of the organization. */
  readonly accounts: readonly string[];
}

const TEAMS = ['shop', 'billing', 'search', 'data', 'platform', 'mobile', 'ads', 'risk'] as const;
const REGIONS = ['eu-west-1', 'us-east-1'] as const;
const SERVICES = [
  'lambda',
  'ecs-tasks',
  'ec2',
  'states',
  'glue',
  'codebuild',
  'events',
  'cloudformation',
] as const;

/** The answer of `get-account-authorization-details` of a made-up account; a fifth of its principals are users. */
export function accountFile(setting: AccountSetting): object {
  const { account, random, principals } = setting;
  const managed = managedPolicies(setting);
  const groups = TEAMS.map((team) => groupOf(team, setting));
  const users = Math.floor(principals / 5);
  return {
    UserDetailList: Array.from({ length: users }, (_, index) => userOf(index, setting)),
    GroupDetailList: groups,
    RoleDetailList: Array.from({ length: principals - users }, (_, index) => roleOf(index, setting)),
    Policies: [
      ...COMMON_POLICIES.map(({ name, document }) => policyOf(`arn:aws:iam::aws:policy/${name}`, document)),
      policyOf(`arn:aws:iam::${account}:policy/boundary`, BOUNDARY),
      ...managed.map(({ arn, document }) => policyOf(arn, document, random.chance(0.3))),
    ],
  };
}

function teamSetting({ random, account }: AccountSetting): Setting {
  return { random, account, team: random.pick(TEAMS), region: random.pick(REGIONS) };
}

function managedPolicies(setting: AccountSetting): readonly { arn: string; document: MadeDocument }[] {
  return TEAMS.flatMap((team) =>
    [0, 1].map((index) => ({
      arn: `arn:aws:iam::${setting.account}:policy/${team}-${index}`,
      document: teamDocument({ ...teamSetting(setting), team }),
    })),
  );
}

function policyOf(Arn: string, Document: MadeDocument, hasOthers = false): object {
  const versions = [{ Document, VersionId: 'v2', IsDefaultVersion: true }];
  const old = {
    Document: documentOf({ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }),
    VersionId: 'v1',
  };
  return {
    PolicyName: Arn.slice(Arn.lastIndexOf('/') + 1),
    Arn,
    Path: '/',
    DefaultVersionId: 'v2',
    AttachmentCount: 1,
    IsAttachable: true,
    PolicyVersionList: hasOthers ? [...versions, { ...old, IsDefaultVersion: false }] : versions,
  };
}

function attachedTo({ random, account }: AccountSetting): readonly object[] {
  const arns = COMMON_POLICIES.filter(({ share }) => random.chance(share)).map(
    ({ name }) => `arn:aws:iam::aws:policy/${name}`,
  );
  if (random.chance(0.5))
    arns.push(`arn:aws:iam::${account}:policy/${random.pick(TEAMS)}-${random.below(2)}`);
  return arns.map((PolicyArn) => ({
    PolicyArn,
    PolicyName: PolicyArn.slice(PolicyArn.lastIndexOf('/') + 1),
  }));
}

function idOf(random: Random, prefix: string): string {
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  return prefix + Array.from({ length: 17 }, () => digits[random.below(32)] ?? 'A').join('');
}

function boundaryOf({ random, account }: AccountSetting, share: number): object {
  if (!random.chance(share)) return {};
  const PermissionsBoundaryArn = `arn:aws:iam::${account}:policy/boundary`;
  return { PermissionsBoundary: { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn } };
}

function groupOf(team: string, setting: AccountSetting): object {
  const { account, random } = setting;
  return {
    Path: '/',
    GroupName: team,
    GroupId: idOf(random, 'AGPA'),
    Arn: `arn:aws:iam::${account}:group/${team}`,
    GroupPolicyList: [
      { PolicyName: 'team', PolicyDocument: teamDocument({ ...teamSetting(setting), team }) },
    ],
    AttachedManagedPolicies: [],
  };
}

function userOf(index: number, setting: AccountSetting): object {
  const { account, random } = setting;
  const team = random.pick(TEAMS);
  const inline = { PolicyName: 'own', PolicyDocument: teamDocument({ ...teamSetting(setting), team }) };
  return {
    Path: '/',
    UserName: `user-${index}`,
    UserId: idOf(random, 'AIDA'),
    Arn: `arn:aws:iam::${account}:user/user-${index}`,
    UserPolicyList: random.chance(0.3) ? [inline] : [],
    GroupList: random.some(TEAMS, 1 + random.below(2)),
    AttachedManagedPolicies: attachedTo(setting),
    Tags: [{ Key: 'team', Value: team }],
    ...boundaryOf(setting, 0.3),
  };
}

function roleOf(index: number, setting: AccountSetting): object {
  const { account, random } = setting;
  const team = random.pick(TEAMS);
  const inline = { PolicyName: 'inline', PolicyDocument: teamDocument({ ...teamSetting(setting), team }) };
  const service = random.pick(SERVICES);
  const Arn = `arn:aws:iam::${account}:role/role-${index}`;
  const isOfInstances = service === 'ec2';
  return {
    Path: '/',
    RoleName: `role-${index}`,
    RoleId: idOf(random, 'AROA'),
    Arn,
    AssumeRolePolicyDocument: trustOf(service, setting),
    InstanceProfileList: isOfInstances
      ? [{ InstanceProfileName: `role-${index}`, Arn: Arn.replace(':role/', ':instance-profile/') }]
      : [],
    RolePolicyList: random.chance(0.6) ? [inline] : [],
    AttachedManagedPolicies: attachedTo(setting),
    Tags: random.chance(0.7) ? [{ Key: 'team', Value: team }] : [],
    ...boundaryOf(setting, 0.1),
  };
}

/** Services trust most roles, the account some, another account few. */
function trustOf(service: string, { random, account, accounts }: AccountSetting): MadeDocument {
  const trusting = (Principal: object, Condition?: object): object => ({
    Effect: 'Allow',
    Principal,
    Action: 'sts:AssumeRole',
    ...(Condition && { Condition }),
  });
  const kind = random.next();
  if (kind < 0.7) return documentOf(trusting({ Service: `${service}.amazonaws.com` }));
  if (kind < 0.85) return documentOf(trusting({ AWS: `arn:aws:iam::${account}:root` }));
  if (kind < 0.93)
    return documentOf(
      trusting(
        { AWS: `arn:aws:iam::${random.pick(accounts)}:root` },
        { StringEquals: { 'sts:ExternalId': 'shared' } },
      ),
    );
  const provider = `arn:aws:iam::${account}:oidc-provider/token.actions.githubusercontent.com`;
  return documentOf({
    ...trusting(
      { Federated: provider },
      {
        StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:example/*' },
      },
    ),
    Action: 'sts:AssumeRoleWithWebIdentity',
  });
}
