import { describe, expect, test } from 'vitest';
import { policyFromValue } from '@policywright/policy';
import { ALICE, BUCKET, decideWith, OBJECT, requestOf } from '../_testing/decideWith.ts';
import { compile, type Authorizer } from '../index.ts';

const OTHER = 'arn:aws:iam::444455556666:user/dave';
const SESSION = 'arn:aws:sts::111122223333:assumed-role/deploy/run1';
const ROLE = 'arn:aws:iam::111122223333:role/deploy';
const FEDERATED = 'arn:aws:sts::111122223333:federated-user/carol';
const ROOT = 'arn:aws:iam::111122223333:root';
const ACCOUNT = '111122223333';
const allowAll = [{}];
const allowEc2 = [{ Action: 'ec2:*' }];
const denyAll = [{ Effect: 'Deny' }];

describe('the decision flow', () => {
  test('S146: nothing allows by default', () => {
    expect(decideWith({})).toBe('ImplicitDeny');
  });

  test('S147: one Deny in any layer outweighs every Allow', () => {
    const base = { identity: allowAll, resourcePolicy: allowAll, boundary: allowAll, session: [allowAll] };
    expect(decideWith(base)).toBe('Allow');
    expect(decideWith({ ...base, identity: [...allowAll, ...denyAll] })).toBe('ExplicitDeny');
    expect(decideWith({ ...base, resourcePolicy: [...allowAll, ...denyAll] })).toBe('ExplicitDeny');
    expect(decideWith({ ...base, boundary: [...allowAll, ...denyAll] })).toBe('ExplicitDeny');
    expect(decideWith({ ...base, session: [allowAll, denyAll] })).toBe('ExplicitDeny');
    expect(decideWith({ ...base, scps: [[...allowAll, ...denyAll]] })).toBe('ExplicitDeny');
    expect(decideWith({ ...base, rcps: [denyAll] })).toBe('ExplicitDeny');
    expect(decideWith({ ...base, vpcEndpoint: [...allowAll, ...denyAll] })).toBe('ExplicitDeny');
  });

  test('S148: any statement of any document of a layer may allow', () => {
    expect(decideWith({ identity: [...allowEc2, { Action: 's3:*' }] })).toBe('Allow');
    expect(decideWith({ principal: SESSION, identity: allowAll, session: [allowEc2, allowAll] })).toBe(
      'Allow',
    );
  });

  test('S149: within an account the resource policy suffices, and so does an identity-based policy', () => {
    expect(decideWith({ resourcePolicy: [{ Principal: { AWS: ALICE } }] })).toBe('Allow');
    expect(decideWith({ identity: allowAll, resourcePolicy: [{ Principal: { AWS: OTHER } }] })).toBe('Allow');
  });

  test('S153: identity, boundary and session policies intersect', () => {
    const caller = { principal: SESSION, identity: allowAll };
    expect(decideWith({ ...caller, boundary: allowAll, session: [allowAll] })).toBe('Allow');
    expect(decideWith({ ...caller, boundary: allowEc2, session: [allowAll] })).toBe('ImplicitDeny');
    expect(decideWith({ ...caller, boundary: allowAll, session: [allowEc2] })).toBe('ImplicitDeny');
    expect(decideWith({ principal: SESSION, boundary: allowAll, session: [allowAll] })).toBe('ImplicitDeny');
  });

  test('S25: a boundary never grants', () => {
    expect(decideWith({ boundary: allowAll })).toBe('ImplicitDeny');
  });

  test('S154: without a session policy a role session is not limited, a federated session has nothing', () => {
    expect(decideWith({ principal: SESSION, identity: allowAll })).toBe('Allow');
    expect(decideWith({ principal: FEDERATED, identity: allowAll })).toBe('ImplicitDeny');
    expect(decideWith({ principal: FEDERATED, identity: allowAll, session: [allowAll] })).toBe('Allow');
  });
});

describe('S150: what a grant of the resource policy is worth within the account', () => {
  const silent = { boundary: allowEc2, session: [allowEc2] };

  test.each([
    ['a user named directly', ALICE, { AWS: ALICE }, 'Allow'],
    ['everyone', ALICE, '*', 'Allow'],
    ['a session named directly', SESSION, { AWS: SESSION }, 'Allow'],
    ["a session's role", SESSION, { AWS: ROLE }, 'ImplicitDeny'],
    ['a federated session named directly', FEDERATED, { AWS: FEDERATED }, 'Allow'],
    [
      "a federated session's user",
      FEDERATED,
      { AWS: 'arn:aws:iam::111122223333:user/carol' },
      'ImplicitDeny',
    ],
    ['the account', ALICE, { AWS: ACCOUNT }, 'ImplicitDeny'],
  ])('%s, boundary and session policy silent', (_, principal, Principal, expected) => {
    expect(decideWith({ principal, resourcePolicy: [{ Principal }], ...silent })).toBe(expected);
  });

  test('a role grant holds where nothing limits it, without an identity-based policy', () => {
    expect(decideWith({ principal: SESSION, resourcePolicy: [{ Principal: { AWS: ROLE } }] })).toBe('Allow');
    const both = { boundary: allowAll, session: [allowAll] };
    expect(decideWith({ principal: SESSION, resourcePolicy: [{ Principal: { AWS: ROLE } }], ...both })).toBe(
      'Allow',
    );
  });

  test('the account alone is a delegation: identity-based policies must allow (S132)', () => {
    expect(decideWith({ resourcePolicy: [{ Principal: { AWS: ACCOUNT } }] })).toBe('ImplicitDeny');
    expect(decideWith({ resourcePolicy: [{ Principal: { AWS: ACCOUNT } }], identity: allowAll })).toBe(
      'Allow',
    );
  });

  test('S151: everyone narrowed by aws:PrincipalArn is a direct grant', () => {
    const Condition = { ArnEquals: { 'aws:PrincipalArn': ROLE } };
    const situation = { principal: SESSION, resourcePolicy: [{ Condition }], ...silent };
    expect(decideWith({ ...situation, context: { 'aws:PrincipalArn': ROLE } })).toBe('Allow');
  });

  test('S152: an explicit Deny in boundary, session or identity policies still wins', () => {
    const situation = { principal: SESSION, resourcePolicy: [{ Principal: { AWS: SESSION } }] };
    expect(decideWith({ ...situation, boundary: denyAll })).toBe('ExplicitDeny');
    expect(decideWith({ ...situation, session: [denyAll] })).toBe('ExplicitDeny');
    expect(decideWith({ ...situation, identity: denyAll })).toBe('ExplicitDeny');
  });
});

describe('across accounts', () => {
  const shared = { principal: OTHER, resourceAccount: ACCOUNT };

  test('S158: both accounts must allow', () => {
    expect(decideWith({ ...shared, identity: allowAll })).toBe('ImplicitDeny');
    expect(decideWith({ ...shared, resourcePolicy: allowAll })).toBe('ImplicitDeny');
    expect(decideWith({ ...shared, identity: allowAll, resourcePolicy: allowAll })).toBe('Allow');
  });

  test.each([{ AWS: OTHER }, { AWS: '444455556666' }, { AWS: 'arn:aws:iam::444455556666:root' }, '*'])(
    'S158: any form that covers the caller counts: %j',
    (Principal) => {
      expect(decideWith({ ...shared, identity: allowAll, resourcePolicy: [{ Principal }] })).toBe('Allow');
    },
  );

  test('S158: none of the shortcuts of S150 applies', () => {
    const direct = { ...shared, identity: allowAll, resourcePolicy: [{ Principal: { AWS: OTHER } }] };
    expect(decideWith({ ...direct, boundary: allowEc2 })).toBe('ImplicitDeny');
    expect(decideWith({ ...direct, session: [allowEc2] })).toBe('ImplicitDeny');
  });

  test('S159: a Deny on either side wins', () => {
    const both = { ...shared, identity: allowAll, resourcePolicy: allowAll };
    expect(decideWith({ ...both, identity: [...allowAll, ...denyAll] })).toBe('ExplicitDeny');
    expect(decideWith({ ...both, resourcePolicy: [...allowAll, ...denyAll] })).toBe('ExplicitDeny');
  });

  test("S45: the account in the resource's ARN counts where the request names none", () => {
    const resource = 'arn:aws:sqs:us-east-1:111122223333:jobs';
    const request = { action: 'sqs:SendMessage', resource, identity: allowAll };
    expect(decideWith(request)).toBe('Allow');
    expect(decideWith({ ...request, principal: OTHER })).toBe('ImplicitDeny');
    expect(decideWith({ ...request, resourceAccount: '444455556666' })).toBe('ImplicitDeny');
  });

  test('S45: what AWS owns for everybody is in no other account', () => {
    const resource = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
    expect(decideWith({ action: 'iam:GetPolicy', resource, identity: allowAll })).toBe('Allow');
  });

  test('S45: an account that merely begins alike is another account', () => {
    const resource = 'arn:aws:sqs:us-east-1:1111222233334:jobs';
    expect(decideWith({ action: 'sqs:SendMessage', resource, identity: allowAll })).toBe('ImplicitDeny');
  });

  test('S161: nothing crosses a partition', () => {
    const resource = 'arn:aws-cn:s3:::reports/q1.csv';
    expect(decideWith({ resource, identity: allowAll, resourcePolicy: allowAll })).toBe('ImplicitDeny');
  });
});

describe('other callers', () => {
  test('S162: anonymous callers need a resource policy that allows everyone', () => {
    const anonymous = { principal: 'anonymous', identity: allowAll };
    expect(decideWith(anonymous)).toBe('ImplicitDeny');
    expect(decideWith({ ...anonymous, resourcePolicy: allowAll })).toBe('Allow');
    expect(decideWith({ ...anonymous, resourcePolicy: [{ Principal: { AWS: ACCOUNT } }] })).toBe(
      'ImplicitDeny',
    );
  });

  test('S162: RCPs bind anonymous callers, SCPs do not', () => {
    const situation = { principal: 'anonymous', resourcePolicy: allowAll };
    expect(decideWith({ ...situation, scps: [denyAll] })).toBe('Allow');
    expect(decideWith({ ...situation, rcps: [denyAll] })).toBe('ExplicitDeny');
  });

  test('S163: the root user may do everything in its account, within SCPs, RCPs and resource policies', () => {
    const root = { principal: ROOT };
    expect(decideWith(root)).toBe('Allow');
    expect(decideWith({ ...root, boundary: allowEc2, identity: denyAll })).toBe('Allow');
    expect(decideWith({ ...root, scps: [allowEc2] })).toBe('ImplicitDeny');
    expect(decideWith({ ...root, rcps: [denyAll] })).toBe('ExplicitDeny');
    expect(decideWith({ ...root, resourcePolicy: denyAll })).toBe('ExplicitDeny');
  });

  test("S163: another account's root user needs the resource policy", () => {
    const root = { principal: 'arn:aws:iam::444455556666:root', resourceAccount: ACCOUNT };
    expect(decideWith(root)).toBe('ImplicitDeny');
    expect(decideWith({ ...root, resourcePolicy: [{ Principal: { AWS: '444455556666' } }] })).toBe('Allow');
  });

  test('S164: a service needs the resource policy; SCPs do not touch it, RCPs do', () => {
    const service = { principal: { service: 'sns.amazonaws.com' }, identity: allowAll };
    const resourcePolicy = [{ Principal: { Service: 'sns.amazonaws.com' } }];
    expect(decideWith(service)).toBe('ImplicitDeny');
    expect(decideWith({ ...service, resourcePolicy })).toBe('Allow');
    expect(decideWith({ ...service, resourcePolicy, scps: [denyAll] })).toBe('Allow');
    expect(decideWith({ ...service, resourcePolicy, rcps: [denyAll] })).toBe('ExplicitDeny');
  });

  test('S138: an identity of a provider needs the trust policy and nothing else', () => {
    const principal = { federated: 'token.actions.githubusercontent.com' };
    const request = { principal, action: 'sts:AssumeRoleWithWebIdentity', resource: ROLE };
    const resourcePolicy = [{ Principal: { Federated: 'token.actions.githubusercontent.com' } }];
    expect(decideWith({ ...request, resourcePolicy })).toBe('Allow');
    expect(
      decideWith({ ...request, resourcePolicy: [{ Principal: { Federated: 'accounts.google.com' } }] }),
    ).toBe('ImplicitDeny');
  });

  test('nothing is allowed to a principal that AWS does not have', () => {
    for (const principal of [
      '',
      'alice',
      'arn:aws:iam::1:user/x',
      'arn:aws:iam:us-east-1:111122223333:user/alice',
      'arn:aws:sts::111122223333:assumed-role/deploy',
    ]) {
      expect(decideWith({ principal, identity: allowAll, resourcePolicy: allowAll })).toBe('ImplicitDeny');
      expect(decideWith({ principal, resourcePolicy: denyAll })).toBe('ExplicitDeny');
    }
  });

  test('nothing is allowed for an action that is not of the form service:Name', () => {
    for (const action of ['', 'GetObject', ':', 's3:', ':GetObject']) {
      expect(decideWith({ action, identity: allowAll })).toBe('ImplicitDeny');
    }
  });
});

describe('organizations', () => {
  test('S165: at every level some SCP must allow', () => {
    const base = { identity: allowAll };
    expect(decideWith({ ...base, scps: [allowAll, allowAll, allowAll] })).toBe('Allow');
    expect(decideWith({ ...base, scps: [allowAll, allowEc2, allowAll] })).toBe('ImplicitDeny');
    expect(decideWith({ ...base, scps: [allowAll, [], allowAll] })).toBe('ImplicitDeny');
    expect(decideWith({ ...base, scps: [allowAll, [{ Action: 's3:*' }, ...allowEc2]] })).toBe('Allow');
  });

  test('S165: SCPs never grant', () => {
    expect(decideWith({ scps: [allowAll] })).toBe('ImplicitDeny');
  });

  test('S166: a level that does not allow is an implicit denial, even for a direct grant', () => {
    expect(decideWith({ resourcePolicy: allowAll, scps: [allowEc2] })).toBe('ImplicitDeny');
  });

  test('S167: SCPs bind neither the management account nor service-linked roles', () => {
    const base = { principal: SESSION, identity: allowAll, scps: [denyAll] };
    expect(decideWith(base)).toBe('ExplicitDeny');
    expect(decideWith({ ...base, flags: { principalInManagementAccount: true } })).toBe('Allow');
    expect(decideWith({ ...base, flags: { serviceLinkedRole: true } })).toBe('Allow');
  });

  test('S168: a level of RCPs without an Allow counts as RCPFullAWSAccess, one with an Allow as it stands', () => {
    expect(decideWith({ identity: allowAll, rcps: [[], [{ Effect: 'Deny', Action: 's3:Put*' }]] })).toBe(
      'Allow',
    );
    expect(decideWith({ identity: allowAll, rcps: [allowEc2] })).toBe('ImplicitDeny');
    expect(decideWith({ rcps: [allowAll] })).toBe('ImplicitDeny');
  });

  test('S169: RCPs affect neither the management account, service-linked roles nor services off the list', () => {
    const base = { identity: allowAll, rcps: [denyAll] };
    expect(decideWith({ ...base, flags: { resourceInManagementAccount: true } })).toBe('Allow');
    expect(decideWith({ ...base, flags: { serviceLinkedRole: true } })).toBe('Allow');
    const ecs = { ...base, action: 'ecs:ListClusters', resource: '*' };
    expect(decideWith(ecs)).toBe('Allow');
    expect(decideWith({ ...ecs, options: { rcpServices: 'all' } })).toBe('ExplicitDeny');
    expect(decideWith({ ...ecs, options: { rcpServices: new Set(['ecs']) } })).toBe('ExplicitDeny');
  });

  test('S169: kms:RetireGrant escapes RCPs', () => {
    const resource = 'arn:aws:kms:us-east-1:111122223333:key/k1';
    const resourcePolicy = [{ Principal: { AWS: '111122223333' } }];
    const base = { identity: allowAll, resourcePolicy, rcps: [denyAll], resource };
    expect(decideWith({ ...base, action: 'kms:RetireGrant' })).toBe('Allow');
    expect(decideWith({ ...base, action: 'kms:Decrypt' })).toBe('ExplicitDeny');
  });
});

describe('S170: the endpoint policy', () => {
  test('filters and never grants', () => {
    expect(decideWith({ vpcEndpoint: allowAll })).toBe('ImplicitDeny');
    expect(decideWith({ identity: allowAll, vpcEndpoint: allowEc2 })).toBe('ImplicitDeny');
    expect(decideWith({ identity: allowAll, vpcEndpoint: allowAll })).toBe('Allow');
    expect(decideWith({ identity: allowAll, vpcEndpoint: [...allowAll, ...denyAll] })).toBe('ExplicitDeny');
  });
});

describe('services with rules of their own', () => {
  const KEY = 'arn:aws:kms:us-east-1:111122223333:key/k1';
  const decrypt = { action: 'kms:Decrypt', resource: KEY };

  test('S171: identity-based policies count only if the key policy lets the account use them', () => {
    const identity = allowAll;
    expect(decideWith({ ...decrypt, identity, resourcePolicy: [{ Principal: { AWS: ACCOUNT } }] })).toBe(
      'Allow',
    );
    expect(decideWith({ ...decrypt, identity, resourcePolicy: [{ Principal: { AWS: OTHER } }] })).toBe(
      'ImplicitDeny',
    );
    const delegated = [{ Principal: { AWS: ACCOUNT }, Action: 'kms:Encrypt' }];
    expect(decideWith({ ...decrypt, identity, resourcePolicy: delegated })).toBe('ImplicitDeny');
  });

  test('S171: a key policy that names the caller grants alone, and not even root is implied', () => {
    expect(decideWith({ ...decrypt, resourcePolicy: [{ Principal: { AWS: ALICE } }] })).toBe('Allow');
    const root = { ...decrypt, principal: ROOT };
    expect(decideWith({ ...root, resourcePolicy: [{ Principal: { AWS: ALICE } }] })).toBe('ImplicitDeny');
    expect(decideWith({ ...root, resourcePolicy: [{ Principal: { AWS: ACCOUNT } }] })).toBe('Allow');
  });

  test('S172: assuming a role needs its trust policy', () => {
    const assume = { action: 'sts:AssumeRole', resource: ROLE };
    expect(
      decideWith({ ...assume, identity: allowAll, resourcePolicy: [{ Principal: { AWS: OTHER } }] }),
    ).toBe('ImplicitDeny');
    expect(decideWith({ ...assume, resourcePolicy: [{ Principal: { AWS: ALICE } }] })).toBe('Allow');
    expect(decideWith({ ...assume, resourcePolicy: [{ Principal: { AWS: ACCOUNT } }] })).toBe('ImplicitDeny');
    const both = { ...assume, identity: allowAll, resourcePolicy: [{ Principal: { AWS: ACCOUNT } }] };
    expect(decideWith(both)).toBe('Allow');
  });

  test('S171, S172: the kind can be named for a resource that does not show it', () => {
    const situation = { identity: allowAll, resourcePolicy: [{ Principal: { AWS: OTHER } }] };
    expect(decideWith(situation)).toBe('Allow');
    expect(decideWith({ ...situation, flags: { resourcePolicyKind: 'kms' } })).toBe('ImplicitDeny');
    expect(decideWith({ ...situation, flags: { resourcePolicyKind: 'trust' } })).toBe('ImplicitDeny');
  });

  test('S173: sts:GetCallerIdentity cannot be denied to an authenticated caller', () => {
    const ask = { action: 'STS:getCallerIdentity', resource: '*', identity: denyAll, scps: [denyAll] };
    expect(decideWith(ask)).toBe('Allow');
    expect(decideWith({ ...ask, principal: 'anonymous' })).toBe('ImplicitDeny');
  });

  test('S174: policies do not affect sts:GetSessionToken', () => {
    const ask = { action: 'sts:GetSessionToken', resource: '*', identity: denyAll };
    expect(decideWith(ask)).toBe('Allow');
    expect(decideWith({ ...ask, principal: ROOT })).toBe('Allow');
    expect(decideWith({ ...ask, principal: SESSION })).toBe('ExplicitDeny');
  });
});

describe('the resource', () => {
  test('S60: one decision is about one resource; a bucket is not its objects (S55)', () => {
    const identity = [{ Resource: BUCKET }];
    expect(decideWith({ identity, resource: BUCKET, action: 's3:ListBucket' })).toBe('Allow');
    expect(decideWith({ identity, resource: OBJECT })).toBe('ImplicitDeny');
  });
});

describe('statements without the elements that their kind of policy needs', () => {
  const compileRaw = (layer: 'identity' | 'resource', statement: object): Authorizer => {
    const result = policyFromValue({ Version: '2012-10-17', Statement: { Action: 's3:*', ...statement } });
    if (!result.ok) throw new Error('not a policy');
    return compile(layer === 'identity' ? { identity: [result.policy] } : { resource: result.policy });
  };

  test('S16: an Allow without Principal in a resource policy grants nobody, a Deny holds for everyone', () => {
    const allow = compileRaw('resource', { Effect: 'Allow', Resource: '*' });
    expect(allow.decide(requestOf({}))).toBe('ImplicitDeny');
    expect(
      allow.explain(requestOf({})).layers.find(({ layer }) => layer === 'resource')?.statements[0],
    ).toMatchObject({
      misplaced: true,
      applies: false,
    });
    const deny = compileRaw('resource', { Effect: 'Deny', Resource: '*' });
    expect(deny.decide(requestOf({}))).toBe('ExplicitDeny');
  });

  test('S15, S16: an Allow with Principal or without Resource in an identity-based policy grants nothing', () => {
    expect(compileRaw('identity', { Effect: 'Allow', Principal: '*' }).decide(requestOf({}))).toBe(
      'ImplicitDeny',
    );
    const named = { Principal: { AWS: ALICE }, Resource: '*' };
    expect(compileRaw('identity', { Effect: 'Allow', ...named }).decide(requestOf({}))).toBe('ImplicitDeny');
    expect(compileRaw('identity', { Effect: 'Deny', ...named }).decide(requestOf({}))).toBe('ExplicitDeny');
  });
});

describe('what is plainly allowed', () => {
  const allowed = { identity: [{ Resource: ['arn:aws:sqs:eu-west-1:111122223333:*', OBJECT] }] };
  const queue = {
    ...allowed,
    action: 'sqs:SendMessage',
    resource: 'arn:aws:sqs:eu-west-1:111122223333:jobs',
  };

  test('S153: is what identity-based policies allow to users, roles and their sessions', () => {
    for (const principal of [ALICE, SESSION, ROLE]) expect(decideWith({ ...queue, principal })).toBe('Allow');
    expect(decideWith({ ...allowed, resource: OBJECT })).toBe('Allow');
  });

  test('is not what somebody else owns, lies elsewhere, or another caller asks for', () => {
    expect(decideWith({ ...queue, principal: OTHER })).toBe('ImplicitDeny');
    expect(decideWith({ ...queue, resourceAccount: '444455556666' })).toBe('ImplicitDeny');
    expect(decideWith({ ...allowed, resource: OBJECT, resourceAccount: '444455556666' })).toBe(
      'ImplicitDeny',
    );
    expect(decideWith({ ...queue, principal: 'arn:aws-cn:iam::111122223333:user/alice' })).toBe(
      'ImplicitDeny',
    );
    expect(decideWith({ ...queue, principal: FEDERATED })).toBe('ImplicitDeny');
    expect(decideWith({ ...queue, principal: 'anonymous' })).toBe('ImplicitDeny');
    expect(decideWith({ ...queue, principal: { service: 'sns.amazonaws.com' } })).toBe('ImplicitDeny');
  });

  test('is not what another layer does not allow', () => {
    for (const layer of [
      { boundary: allowEc2 },
      { session: [allowEc2] },
      { scps: [allowEc2] },
      { vpcEndpoint: allowEc2 },
      { flags: { resourcePolicyKind: 'kms' as const } },
    ])
      expect(decideWith({ ...queue, ...layer })).toBe('ImplicitDeny');
    const deny = { Effect: 'Deny', NotAction: 's3:*', Principal: '*' };
    expect(decideWith({ ...queue, resourcePolicy: [deny] })).toBe('ExplicitDeny');
  });

  test('S196: is not what AWS reserves for itself', () => {
    const role = 'arn:aws:iam::111122223333:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS';
    const action = 'iam:DeleteRole';
    expect(decideWith({ identity: [{ Resource: role }], action, resource: role })).toBe('ImplicitDeny');
  });

  test('S3: reads the context where a resource has a policy variable', () => {
    const home = { identity: [{ Resource: 'arn:aws:s3:::reports/${aws:username}/*' }] };
    const request = { resource: 'arn:aws:s3:::reports/alice/x', context: { 'aws:username': 'alice' } };
    expect(decideWith({ ...home, ...request })).toBe('Allow');
    expect(decideWith({ ...home, ...request, context: {} })).toBe('ImplicitDeny');
  });
});
