import { policyFromValue, type Policy } from '@policywright/policy';
import type { PolicySet, Principal, Request } from '@policywright/evaluator';
import { describe, expect, test } from 'vitest';
import { interpret } from './interpret.ts';
import type { InterpretOptions } from './placedStatement.ts';

const alice = 'arn:aws:iam::111122223333:user/alice';
const session = 'arn:aws:sts::111122223333:assumed-role/deploy/run1';
const carol = 'arn:aws:sts::111122223333:federated-user/carol';
const account = 'arn:aws:iam::111122223333:root';
const outsider = 'arn:aws:iam::444455556666:user/dave';

function policy(...statements: readonly object[]): Policy {
  const all = statements.map((statement) => ({ Effect: 'Allow', Action: '*', Resource: '*', ...statement }));
  const result = policyFromValue({ Version: '2012-10-17', Statement: all });
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  return result.policy;
}

function request(principal: Principal, changes: Partial<Request> = {}): Request {
  return {
    principal,
    action: 'sqs:SendMessage',
    resource: 'arn:aws:sqs:us-east-1:111122223333:jobs',
    ...changes,
  };
}

function decide(principal: Principal, policies: PolicySet, changes: Partial<Request> = {}): string {
  return interpret(policies, request(principal, changes)).decision;
}

const everything = policy({});
const silent = policy({ Action: 'ec2:*' });
const denying = policy({ Effect: 'Deny' });

describe('grades of a resource policy (S150)', () => {
  const naming = (principal: string): Policy => policy({ Principal: { AWS: principal } });
  test.each([
    [alice, alice, {}, 'Allow'],
    [alice, '*', { boundary: [silent] }, 'Allow'],
    [alice, account, {}, 'ImplicitDeny'],
    [alice, account, { identity: [everything] }, 'Allow'],
    [session, session, { session: [silent], boundary: [silent] }, 'Allow'],
    [session, 'arn:aws:iam::111122223333:role/deploy', {}, 'Allow'],
    [session, 'arn:aws:iam::111122223333:role/deploy', { session: [silent] }, 'ImplicitDeny'],
    [session, 'arn:aws:iam::111122223333:role/path/deploy', {}, 'ImplicitDeny'],
    [carol, 'arn:aws:iam::111122223333:user/carol', {}, 'ImplicitDeny'],
    [carol, 'arn:aws:iam::111122223333:user/carol', { session: [everything] }, 'Allow'],
    [account, account, {}, 'Allow'],
  ])('%s, named %s', (...[caller, named, layers, expected]) => {
    expect(decide(caller, { resource: naming(named), ...layers })).toBe(expected);
  });

  test('S135: the role with its path comes from aws:PrincipalArn', () => {
    const policies = { resource: naming('arn:aws:iam::111122223333:role/path/deploy') };
    const context = { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/path/deploy' };
    expect(decide(session, policies, { context })).toBe('Allow');
  });

  test('S133: a unique id matches by aws:userid', () => {
    const policies = { resource: naming('AROAEXAMPLE') };
    expect(decide(session, policies)).toBe('ImplicitDeny');
    expect(decide(session, policies, { context: { 'aws:userid': 'AROAEXAMPLE:run1' } })).toBe('Allow');
  });

  test('S158: across accounts both sides must allow', () => {
    expect(decide(outsider, { resource: naming(outsider) })).toBe('ImplicitDeny');
    expect(decide(outsider, { identity: [everything] })).toBe('ImplicitDeny');
    expect(decide(outsider, { resource: naming('444455556666'), identity: [everything] })).toBe('Allow');
  });
});

describe('layers', () => {
  test('S147: one Deny anywhere wins', () => {
    expect(
      decide(alice, { identity: [everything], vpcEndpoint: [policy({ Effect: 'Deny', Principal: '*' })] }),
    ).toBe('ExplicitDeny');
  });

  test('S163: root needs no identity policy and has none', () => {
    expect(decide(account, {})).toBe('Allow');
    expect(decide(account, { identity: [denying], boundary: [denying] })).toBe('Allow');
    expect(decide(account, { scps: [[denying]] })).toBe('ExplicitDeny');
  });

  test('S165: every SCP level must allow', () => {
    expect(decide(alice, { identity: [everything], scps: [[everything], []] })).toBe('ImplicitDeny');
    expect(decide(alice, { identity: [everything], scps: [[everything], [silent, everything]] })).toBe(
      'Allow',
    );
  });

  test('S167: SCPs do not bind the management account or a service-linked role', () => {
    const policies = { identity: [everything], scps: [[denying]] };
    expect(decide(alice, { ...policies, flags: { principalInManagementAccount: true } })).toBe('Allow');
    expect(decide(session, { ...policies, flags: { serviceLinkedRole: true } })).toBe('Allow');
  });

  test('S168: an RCP level without any Allow is no limit, one with a silent Allow is', () => {
    const rcp = policy({ Effect: 'Deny', Action: 'ec2:*', Principal: '*' });
    expect(decide(alice, { identity: [everything], rcps: [[], [rcp]] })).toBe('Allow');
    expect(
      decide(alice, { identity: [everything], rcps: [[policy({ Action: 'ec2:*', Principal: '*' })]] }),
    ).toBe('ImplicitDeny');
  });

  test('S164, S162: services and anonymous callers live on the resource policy', () => {
    const resource = policy({ Principal: { Service: 'sns.amazonaws.com' } });
    expect(
      decide({ service: 'sns.amazonaws.com' }, { resource, scps: [[denying]], identity: [denying] }),
    ).toBe('Allow');
    expect(decide({ service: 'ecs.amazonaws.com' }, { resource })).toBe('ImplicitDeny');
    expect(decide('anonymous', { resource: policy({ Principal: '*' }) })).toBe('Allow');
    expect(decide('anonymous', { resource: policy({ Principal: { AWS: '111122223333' } }) })).toBe(
      'ImplicitDeny',
    );
  });

  test('S161: no way across partitions', () => {
    const resource = 'arn:aws-cn:sqs:cn-north-1:111122223333:jobs';
    const policies = { identity: [everything], resource: policy({ Principal: '*' }) };
    expect(decide(alice, policies, { resource })).toBe('ImplicitDeny');
  });

  test('S171: a key policy must name the account before identity policies count', () => {
    const flags = { resourcePolicyKind: 'kms' } as const;
    expect(decide(alice, { identity: [everything], flags })).toBe('ImplicitDeny');
    expect(decide(account, { flags })).toBe('ImplicitDeny');
    const resource = policy({ Principal: { AWS: account } });
    expect(decide(alice, { identity: [everything], resource, flags })).toBe('Allow');
    expect(decide(account, { resource, flags })).toBe('Allow');
  });

  test('S173, S174: two actions that no policy governs', () => {
    const policies = { identity: [denying] };
    expect(decide(session, policies, { action: 'sts:GetCallerIdentity', resource: '*' })).toBe('Allow');
    expect(decide('anonymous', policies, { action: 'sts:GetCallerIdentity', resource: '*' })).toBe(
      'ImplicitDeny',
    );
    expect(decide(alice, policies, { action: 'sts:getsessiontoken', resource: '*' })).toBe('Allow');
    expect(decide(session, policies, { action: 'sts:GetSessionToken', resource: '*' })).toBe('ExplicitDeny');
  });
});

describe('NotPrincipal', () => {
  const deny = (...listed: readonly string[]): Policy =>
    policy({ Effect: 'Deny', NotPrincipal: { AWS: listed } });
  const role = 'arn:aws:iam::111122223333:role/deploy';

  test('S142: only the whole chain exempts', () => {
    const identity = [everything];
    expect(decide(alice, { identity, resource: deny(alice) })).toBe('ExplicitDeny');
    expect(decide(alice, { identity, resource: deny(alice, account) })).toBe('Allow');
    expect(decide(session, { identity, resource: deny(session, role) })).toBe('ExplicitDeny');
    expect(decide(session, { identity, resource: deny(session, role, account) })).toBe('Allow');
  });

  test('S143: a boundary undoes every exemption', () => {
    const policies = { identity: [everything], boundary: [everything], resource: deny(alice, account) };
    expect(decide(alice, policies)).toBe('ExplicitDeny');
  });

  test('S34: with Allow it grants everyone who is not listed in any way', () => {
    const resource = policy({ NotPrincipal: { AWS: account } });
    expect(decide(alice, { resource })).toBe('ImplicitDeny');
    expect(decide('anonymous', { resource })).toBe('Allow');
  });
});

test('S74: what an ambiguous key leaves open does not allow, and does not lift a Deny', () => {
  const context = { 'aws:ResourceTag/a': 'x', 'aws:ResourceTag/A': 'y' };
  const Condition = { StringEquals: { 'aws:ResourceTag/a': 'x' } };
  expect(decide(alice, { identity: [policy({ Condition })] }, { context })).toBe('ImplicitDeny');
  expect(decide(alice, { identity: [everything, policy({ Effect: 'Deny', Condition })] }, { context })).toBe(
    'ExplicitDeny',
  );
});

test('S58, S74: an entry of NotResource that an ambiguous key leaves open is open where the reading makes it count', () => {
  const context = { 'aws:PrincipalTag/q': 'other', 'aws:PrincipalTag/Q': ['other'] };
  const excluding = (Effect: string, name: string): Policy =>
    policy({
      Effect,
      Resource: undefined,
      NotResource: `arn:aws:sqs:us-east-1:111122223333:${name}\${aws:PrincipalTag/q}`,
    });
  const allowed = (name: string, options: InterpretOptions): string =>
    interpret({ identity: [excluding('Allow', name)] }, request(alice, { context }), options).decision;
  expect(allowed('dead-', {})).toBe('ImplicitDeny');
  expect(allowed('dead-', { unresolvedNotResource: 'void' })).toBe('ImplicitDeny');
  expect(allowed('dead-', { unresolvedNotResource: 'drop' })).toBe('Allow'); // no value makes it `jobs`
  expect(allowed('', { unresolvedNotResource: 'drop' })).toBe('ImplicitDeny');

  const denied = (options: InterpretOptions): string =>
    interpret({ identity: [everything, excluding('Deny', 'dead-')] }, request(alice, { context }), {
      undecidedDeny: 'skip',
      ...options,
    }).decision;
  expect(denied({})).toBe('ExplicitDeny');
  expect(denied({ unresolvedNotResource: 'void' })).toBe('Allow');
});

test('S112, S74: a star that an ambiguous key leaves open is no lone star', () => {
  const Condition = { ArnLike: { 'aws:SourceArn': '${aws:PrincipalTag/q}' } };
  const statement = policy({ Condition });
  const readings = { conditions: { loneStarArn: 'any' } } as const;
  const context = { 'aws:SourceArn': 'no ARN', 'aws:PrincipalTag/q': '*', 'aws:PrincipalTag/Q': ['*'] };
  expect(interpret({ identity: [statement] }, request(alice, { context }), readings).decision).toBe(
    'ImplicitDeny',
  );
  const plain = policy({ Condition: { ArnLike: { 'aws:SourceArn': '*' } } });
  expect(interpret({ identity: [plain] }, request(alice, { context }), readings).decision).toBe('Allow');
});

test('statements are named by their pointers, those of layers that do not apply left out', () => {
  const policies = {
    identity: [silent, policy({ Action: 'ec2:*' }, {})],
    scps: [[everything], [everything]],
  };
  const result = interpret(policies, request(alice));
  expect(result.matched).toEqual([
    '/identity/1/Statement/1',
    '/scps/0/0/Statement/0',
    '/scps/1/0/Statement/0',
  ]);
  expect(
    interpret({ ...policies, resource: policy({ Principal: '*' }) }, request('anonymous')).matched,
  ).toEqual(['/resource/Statement/0']);
});

describe('services with rules of their own', () => {
  const key = 'arn:aws:kms:us-east-1:111122223333:key/k1';
  const decrypt = { action: 'kms:Decrypt', resource: key };

  test('S171, S172: a key and a role always have a policy, so that without one nothing is allowed', () => {
    expect(decide(alice, { identity: [everything] }, decrypt)).toBe('ImplicitDeny');
    const assume = { action: 'sts:AssumeRole', resource: 'arn:aws:iam::111122223333:role/deploy' };
    expect(decide(alice, { identity: [everything] }, assume)).toBe('ImplicitDeny');
  });

  test('S208: a grant is enough alone, within its constraints and those of the caller', () => {
    const grants = [{ grantee: alice, operations: ['Decrypt'], encryptionContextEquals: { team: 'a' } }];
    const resource = policy({ Principal: { Service: 'ec2.amazonaws.com' } });
    const granted = (policies: PolicySet, asked: Partial<Request>): string =>
      decide(alice, { resource, ...policies }, asked);
    expect(decide(alice, { grants: [{ grantee: alice, operations: ['Decrypt'] }] }, decrypt)).toBe(
      'ImplicitDeny',
    );
    const context = { 'kms:EncryptionContext:team': 'a' };
    expect(granted({ grants }, { ...decrypt, context })).toBe('Allow');
    expect(granted({ grants }, decrypt)).toBe('ImplicitDeny');
    expect(granted({ grants, boundary: [silent] }, { ...decrypt, context })).toBe('ImplicitDeny');
    expect(granted({ grants }, { ...decrypt, action: 'kms:PutKeyPolicy', context })).toBe('ImplicitDeny');
    const toAccount = [{ grantee: account, operations: ['Decrypt'] }];
    expect(granted({ grants: toAccount }, decrypt)).toBe('ImplicitDeny');
    expect(granted({ grants: toAccount, identity: [everything] }, decrypt)).toBe('Allow');
    const impossible = [{ grantee: alice, operations: ['ScheduleKeyDeletion'] }];
    expect(granted({ grants: impossible }, { ...decrypt, action: 'kms:ScheduleKeyDeletion' })).toBe(
      'ImplicitDeny',
    );
  });

  test('S210: bucket and access point must both allow, the principal by the access point', () => {
    const point = 'arn:aws:s3:us-east-1:111122223333:accesspoint/ap/object/k';
    const through = {
      action: 's3:GetObject',
      resource: point,
      underlying: [{ resource: 'arn:aws:s3:::b/k' }],
    };
    expect(decide(alice, { identity: [policy({ Resource: point })] }, through)).toBe('Allow');
    expect(decide(alice, { identity: [policy({ Resource: 'arn:aws:s3:::b/k' })] }, through)).toBe(
      'ImplicitDeny',
    );
    const denied = { identity: [everything], underlying: [policy({ Effect: 'Deny', Principal: '*' })] };
    expect(decide(alice, denied, through)).toBe('ExplicitDeny');
  });

  test('S205: nobody of another account sets a bucket policy, and root of its own may whatever that denies', () => {
    const set = { action: 's3:PutBucketPolicy', resource: 'arn:aws:s3:::b', resourceAccount: '111122223333' };
    const open = { identity: [everything], resource: policy({ Principal: '*' }) };
    expect(decide(alice, open, set)).toBe('Allow');
    expect(decide(outsider, open, set)).toBe('ImplicitDeny');
    const closed = { resource: policy({ Effect: 'Deny', Principal: '*' }) };
    expect(decide(account, closed, set)).toBe('Allow');
    expect(decide(alice, closed, set)).toBe('ExplicitDeny');
  });

  test('S200: a session that root made has what its session policies allow', () => {
    const flags = { federatedByRoot: true };
    expect(decide(carol, { session: [everything], flags })).toBe('Allow');
    expect(decide(carol, { identity: [everything], flags })).toBe('ImplicitDeny');
    expect(decide(carol, { session: [everything] })).toBe('ImplicitDeny');
  });

  test('S33: the policy of a gateway endpoint lets in whom it calls *', () => {
    const get = { action: 's3:GetObject', resource: 'arn:aws:s3:::b/k' };
    const through = (principal: string): PolicySet => ({
      identity: [everything],
      vpcEndpoint: [policy({ Principal: { AWS: principal } })],
    });
    expect(decide(alice, through('*'), get)).toBe('Allow');
    expect(decide(alice, through(alice), get)).toBe('ImplicitDeny');
    expect(decide(alice, { ...through(alice), flags: { endpointType: 'interface' } }, get)).toBe('Allow');
    expect(decide(account, through(account), get)).toBe('Allow');
  });
});
