import { describe, expect, test } from 'vitest';
import {
  ACCOUNT,
  arnOf,
  documentOf,
  MANAGEMENT,
  OTHER,
  readGiven,
  trusting,
  type GivenAccounts,
} from '../_testing/given.ts';
import { EDGE_KINDS } from '../edges/edgeKinds.ts';
import { AccountAudit } from '../index.ts';

const SRC = arnOf('user', 'src');
const ROLE = arnOf('role', 'target');
const USER = arnOf('user', 'target');
const POLICY = `arn:aws:iam::${ACCOUNT}:policy/own`;
const ADMIN = [{}];
const allow = (Action: string | readonly string[], Resource: string = '*', more: object = {}): object => ({
  Action,
  Resource,
  ...more,
});
const trusts = (service: string): object => trusting({ Principal: { Service: `${service}.amazonaws.com` } });
const running = (arn: string): readonly object[] => [{ arn, account: ACCOUNT, roles: [ROLE] }];

interface Way {
  readonly way: string;
  readonly says?: string;
  /** What the source may do. */
  readonly allow: readonly object[];
  readonly given?: Partial<Omit<GivenAccounts, 'users' | 'roles'>>;
  readonly src?: NonNullable<GivenAccounts['users']>[string];
  readonly role?: NonNullable<GivenAccounts['roles']>[string];
  readonly user?: NonNullable<GivenAccounts['users']>[string];
  readonly answer?: 'certainly' | 'perhaps';
  /** A trust policy that lets the user itself in does so whatever its boundary leaves out (S149). */
  readonly beyondBoundary?: true;
}

const pass = (way: string, service: string, actions: readonly string[]): Way => ({
  way,
  allow: [
    allow('iam:PassRole', ROLE, {
      Condition: { StringEquals: { 'iam:PassedToService': `${service}.amazonaws.com` } },
    }),
    allow(actions),
  ],
  role: { trust: trusts(service), profiles: [`arn:aws:iam::${ACCOUNT}:instance-profile/target`] },
});
const over = (
  way: string,
  arn: string,
  actions: readonly string[],
  answer: Way['answer'] = 'certainly',
): Way => ({
  way,
  allow: [allow(actions)],
  given: { resources: running(arn) },
  answer,
});
const REGION = 'eu-west-1';

/** How a source comes to be an administrator: by itself, or by a role or user `target` that is one. */
const WAYS: readonly Way[] = [
  {
    way: 'assume-role',
    says: 'a role that trusts the account',
    allow: [allow('sts:AssumeRole', ROLE)],
    role: { trust: trusting({ Principal: { AWS: ACCOUNT } }) },
  },
  {
    way: 'assume-role',
    says: 'a role that names the source, which needs nothing more',
    beyondBoundary: true,
    allow: [],
    role: { trust: trusting({ Principal: { AWS: SRC } }) },
  },
  {
    way: 'assume-role',
    says: 'a role that trusts everyone of the account',
    beyondBoundary: true,
    allow: [allow('sts:*')],
    role: {
      trust: trusting({ Principal: '*', Condition: { StringEquals: { 'aws:PrincipalAccount': ACCOUNT } } }),
    },
  },
  {
    way: 'assume-role',
    says: 'a role that asks for a second factor',
    answer: 'perhaps',
    allow: [allow('sts:AssumeRole')],
    role: {
      trust: trusting({
        Principal: { AWS: ACCOUNT },
        Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
      }),
    },
  },
  { way: 'create-access-key', allow: [allow('iam:CreateAccessKey', USER)] },
  {
    way: 'create-access-key',
    says: 'by a pattern',
    allow: [allow('iam:*AccessKey*', `arn:aws:iam::${ACCOUNT}:user/*`)],
  },
  { way: 'create-login-profile', answer: 'perhaps', allow: [allow('iam:CreateLoginProfile')] },
  { way: 'update-login-profile', answer: 'perhaps', allow: [allow('iam:UpdateLoginProfile', USER)] },
  { way: 'update-trust', allow: [allow('iam:UpdateAssumeRolePolicy', ROLE)] },
  { way: 'put-user-policy', allow: [allow('iam:PutUserPolicy', SRC)] },
  {
    way: 'put-user-policy',
    says: 'by the name of the caller',
    allow: [allow('iam:PutUserPolicy', 'arn:aws:iam::*:user/${aws:username}')],
  },
  { way: 'attach-user-policy', allow: [allow('iam:AttachUserPolicy', SRC)] },
  {
    way: 'put-group-policy',
    allow: [allow('iam:PutGroupPolicy', `arn:aws:iam::${ACCOUNT}:group/team`)],
    src: { groups: ['team'] },
    given: { groups: { team: [allow('s3:GetObject')] } },
  },
  {
    way: 'attach-group-policy',
    allow: [allow('iam:AttachGroupPolicy')],
    src: { groups: ['team'] },
    given: { groups: { team: [allow('s3:GetObject')] } },
  },
  { way: 'add-to-group', allow: [allow('iam:AddUserToGroup')], given: { groups: { admins: ADMIN } } },
  {
    way: 'create-policy-version',
    allow: [allow('iam:CreatePolicyVersion', POLICY)],
    src: { attached: [POLICY] },
    given: { policies: { [POLICY]: documentOf(allow('s3:GetObject')) } },
  },
  {
    way: 'create-policy-version',
    says: 'of a policy of its group',
    allow: [allow('iam:CreatePolicyVersion')],
    src: { groups: ['team'] },
    given: {
      groups: { team: [allow('s3:GetObject')] },
      policies: { [POLICY]: documentOf(allow('s3:GetObject')) },
      attachedToGroups: [POLICY],
    },
  },
  {
    way: 'set-default-policy-version',
    answer: 'perhaps',
    allow: [allow('iam:SetDefaultPolicyVersion')],
    src: { attached: [POLICY] },
    given: { policies: { [POLICY]: documentOf(allow('s3:GetObject')) }, otherVersions: true },
  },
  pass('pass-role-lambda', 'lambda', ['lambda:CreateFunction', 'lambda:InvokeFunction']),
  {
    ...pass('pass-role-lambda', 'lambda', []),
    says: 'of names that it may make',
    allow: [
      allow('iam:PassRole', `arn:aws:iam::${ACCOUNT}:role/*`),
      allow(
        ['lambda:CreateFunction', 'lambda:InvokeFunction'],
        `arn:aws:lambda:${REGION}:${ACCOUNT}:function:team-*`,
      ),
    ],
  },
  pass('pass-role-ecs', 'ecs-tasks', ['ecs:RegisterTaskDefinition', 'ecs:RunTask']),
  pass('pass-role-ec2', 'ec2', ['ec2:RunInstances']),
  pass('pass-role-cloudformation', 'cloudformation', ['cloudformation:CreateStack']),
  pass('pass-role-glue-job', 'glue', ['glue:CreateJob', 'glue:StartJobRun']),
  pass('pass-role-glue-endpoint', 'glue', ['glue:CreateDevEndpoint']),
  pass('pass-role-codebuild', 'codebuild', ['codebuild:CreateProject', 'codebuild:StartBuild']),
  pass('pass-role-sagemaker', 'sagemaker', [
    'sagemaker:CreateNotebookInstance',
    'sagemaker:CreatePresignedNotebookInstanceUrl',
  ]),
  pass('pass-role-states', 'states', ['states:CreateStateMachine', 'states:StartExecution']),
  pass('pass-role-events', 'events', ['events:PutRule', 'events:PutTargets']),
  over('update-function-code', `arn:aws:lambda:${REGION}:${ACCOUNT}:function:f`, [
    'lambda:UpdateFunctionCode',
  ]),
  over('send-command', `arn:aws:ec2:${REGION}:${ACCOUNT}:instance/i-1`, ['ssm:SendCommand'], 'perhaps'),
  over('start-session', `arn:aws:ec2:${REGION}:${ACCOUNT}:instance/i-1`, ['ssm:StartSession'], 'perhaps'),
  over('execute-command', `arn:aws:ecs:${REGION}:${ACCOUNT}:task/c/1`, ['ecs:ExecuteCommand'], 'perhaps'),
  over('update-stack', `arn:aws:cloudformation:${REGION}:${ACCOUNT}:stack/s/1`, [
    'cloudformation:UpdateStack',
  ]),
  over('update-project', `arn:aws:codebuild:${REGION}:${ACCOUNT}:project/p`, [
    'codebuild:UpdateProject',
    'codebuild:StartBuild',
  ]),
  over('update-job', `arn:aws:glue:${REGION}:${ACCOUNT}:job/j`, ['glue:UpdateJob', 'glue:StartJobRun']),
  over('update-state-machine', `arn:aws:states:${REGION}:${ACCOUNT}:stateMachine:m`, [
    'states:UpdateStateMachine',
    'states:StartExecution',
  ]),
  over('open-notebook', `arn:aws:sagemaker:${REGION}:${ACCOUNT}:notebook-instance/n`, [
    'sagemaker:CreatePresignedNotebookInstanceUrl',
  ]),
  {
    way: 'put-role-policy',
    says: 'of a role that it can assume',
    allow: [allow(['iam:PutRolePolicy', 'sts:AssumeRole'], ROLE)],
    role: { allow: [], trust: trusting({ Principal: { AWS: ACCOUNT } }) },
  },
  {
    way: 'attach-role-policy',
    says: 'of a role that it can assume',
    allow: [allow(['iam:AttachRolePolicy', 'sts:AssumeRole'], ROLE)],
    role: { allow: [], trust: trusting({ Principal: { AWS: ACCOUNT } }) },
  },
  {
    way: 'put-user-policy',
    says: 'of a user whose keys it can make',
    allow: [allow(['iam:PutUserPolicy', 'iam:CreateAccessKey'], USER)],
    user: { allow: [] },
  },
  { way: 'administer', says: 'is one already', allow: [allow('iam:*')] },
];

/** The accounts of a way; only what the way leads over is an administrator. */
function givenFor(
  { allow: statements, given, src, role, user }: Way,
  more: Partial<Way> = {},
): GivenAccounts {
  return {
    ...given,
    users: {
      src: { allow: statements, ...src, ...more.src },
      target: { allow: ADMIN, ...user, ...more.user },
    },
    roles: {
      target: {
        allow: ADMIN,
        trust: trusting({ Principal: { Service: 'none.amazonaws.com' } }),
        ...role,
        ...more.role,
      },
    },
  };
}

function pathsOf(given: GivenAccounts): readonly string[] {
  const { snapshot } = readGiven(given);
  return new AccountAudit(snapshot)
    .paths({ from: SRC, to: 'admin' })
    .map(({ answer, hops }) => `${answer} ${hops.map(({ way }) => way).join(' ')}`);
}

const nameOf = ({ way, says }: Way): string => (says === undefined ? way : `${way}: ${says}`);
const CASES = WAYS.map((way) => [nameOf(way), way] as const);

describe.each(CASES)('%s', (_, way) => {
  test('leads to an administrator', () => {
    const [path = ''] = pathsOf(givenFor(way));
    const [answer, ...hops] = path.split(' ');
    expect(hops[0]).toBe(way.way);
    expect(hops.length).toBeLessThanOrEqual(2);
    expect(answer).toBe(way.answer ?? 'certainly');
  });

  test('leads nowhere for whom a boundary stops it', () => {
    const boundary = 'arn:aws:iam::aws:policy/Limit';
    const policies = { ...way.given?.policies, [boundary]: documentOf(allow('s3:*')) };
    const given = givenFor({ ...way, given: { ...way.given, policies } }, { src: { ...way.src, boundary } });
    expect(pathsOf(given)).toEqual(way.beyondBoundary ? ['certainly assume-role administer'] : []);
  });

  test('leads nowhere in an account in which the organization denies it', () => {
    const scps = [
      documentOf({}),
      documentOf({
        Effect: 'Deny',
        NotAction: 's3:*',
        Condition: { ArnEquals: { 'aws:PrincipalArn': SRC } },
      }),
    ];
    const organization = {
      id: 'o-a1',
      managementAccount: MANAGEMENT,
      root: { id: 'r-1', scps: [documentOf({})], children: [{ id: ACCOUNT, type: 'account', scps }] },
    };
    expect(pathsOf({ ...givenFor(way), organization })).toEqual([]);
  });

  test('leads nowhere for whom a Deny stops any one of its actions', () => {
    const named = way.allow
      .flatMap((statement) => (statement as { readonly Action?: string | readonly string[] }).Action ?? [])
      .filter((action) => !action.includes('*'));
    for (const action of named) {
      const deny = { Effect: 'Deny', Action: action };
      expect([action, pathsOf(givenFor({ ...way, allow: [...way.allow, deny] }))]).toEqual([action, []]);
    }
  });

  test('leads nowhere for whom its own Deny stops it', () => {
    const deny = { Effect: 'Deny', NotAction: 's3:*' };
    expect(pathsOf(givenFor({ ...way, allow: [...way.allow, deny] }))).toEqual([]);
  });
});

test('every way that is looked for is tried here', () => {
  const tried = new Set(WAYS.map(({ way }) => way));
  expect(EDGE_KINDS.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([]);
  expect(WAYS.length).toBeGreaterThanOrEqual(40);
});

describe('passing a role leads nowhere', () => {
  const lambda = pass('pass-role-lambda', 'lambda', ['lambda:CreateFunction', 'lambda:InvokeFunction']);

  test('to a service that the role does not trust', () => {
    expect(pathsOf(givenFor(lambda, { role: { trust: trusts('ecs-tasks') } }))).toEqual([]);
  });

  test('to another service than the one that the condition names', () => {
    const to = allow('iam:PassRole', ROLE, {
      Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
    });
    expect(pathsOf(givenFor({ ...lambda, allow: [to, allow('lambda:*')] }))).toEqual([]);
  });

  test('where one of the calls is missing', () => {
    expect(
      pathsOf(givenFor({ ...lambda, allow: [allow('iam:PassRole'), allow('lambda:CreateFunction')] })),
    ).toEqual([]);
    expect(pathsOf(givenFor({ ...lambda, allow: [allow('lambda:*')] }))).toEqual([]);
  });

  test('to EC2, where the role has no instance profile', () => {
    const ec2 = pass('pass-role-ec2', 'ec2', ['ec2:RunInstances']);
    expect(pathsOf(givenFor(ec2, { role: { ...ec2.role, profiles: [] } }))).toEqual([]);
  });
});

test('what stops the role on the way counts: its own boundary leaves it without power', () => {
  const boundary = 'arn:aws:iam::aws:policy/Limit';
  const [way] = WAYS;
  if (way === undefined) throw new Error('there is a way');
  const given = givenFor(
    { ...way, given: { policies: { [boundary]: documentOf(allow('s3:*')) } } },
    { role: { ...way.role, boundary } },
  );
  expect(pathsOf(given)).toEqual([]);
});

test('a policy that the boundary leaves without effect gains nothing', () => {
  const boundary = 'arn:aws:iam::aws:policy/Limit';
  const gain = (Action: readonly string[]): readonly string[] =>
    pathsOf({
      policies: { [boundary]: documentOf(allow(Action)) },
      users: { src: { allow: [allow('iam:PutUserPolicy', SRC)], boundary } },
    });
  expect(gain(['iam:PutUserPolicy', 's3:*'])).toEqual([]);
  expect(gain(['iam:*'])).toEqual(['certainly put-user-policy']);
});

test('chains go over several roles and accounts, the shortest one is told', () => {
  const middle = arnOf('role', 'middle', OTHER);
  const { snapshot } = readGiven({
    users: { src: { allow: [allow('sts:AssumeRole', middle)] } },
    roles: {
      middle: {
        account: OTHER,
        allow: [allow('sts:AssumeRole', ROLE)],
        trust: trusting({ Principal: { AWS: ACCOUNT } }),
      },
      target: { allow: ADMIN, trust: trusting({ Principal: { AWS: middle } }) },
    },
  });
  const audit = new AccountAudit(snapshot);
  const [path] = audit.paths({ from: SRC, to: 'admin' });
  expect(path?.answer).toBe('certainly');
  expect(path?.hops.map(({ from, to, way }) => [from, way, to])).toEqual([
    [SRC, 'assume-role', middle],
    [middle, 'assume-role', ROLE],
    [ROLE, 'administer', `admin:${ACCOUNT}`],
  ]);
  expect(audit.paths({ to: ROLE }).map(({ from, hops }) => [from, hops.length])).toEqual([
    [SRC, 2],
    [middle, 1],
  ]);
  expect(audit.paths({ from: middle }).map(({ to }) => to)).toEqual([ROLE, `admin:${ACCOUNT}`, SRC]);
});
