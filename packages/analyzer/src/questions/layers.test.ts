import type { PolicySet, Principal } from '@policywright/evaluator';
import { parsePolicy, type Policy } from '@policywright/policy';
import { describe, expect, test } from 'vitest';
import { AWS } from '../aws/awsUniverse.ts';
import { canEver } from './canEver.ts';
import { checkNoNewAccess } from './checkNoNewAccess.ts';
import { deadStatements } from './deadStatements.ts';
import { effectivePermissions } from './effectivePermissions.ts';
import type { AskOptions } from './options.ts';
import { prove } from './prove.ts';
import { whoCan } from './whoCan.ts';

const ADA = 'arn:aws:iam::111122223333:user/ada';

function policies(...statements: readonly object[]): readonly Policy[] {
  const result = parsePolicy(JSON.stringify({ Version: '2012-10-17', Statement: statements }));
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  return [result.policy];
}

const allow = (Action: string | string[], more: object = {}) => ({
  Effect: 'Allow',
  Action,
  Resource: '*',
  ...more,
});
const deny = (Action: string | string[], more: object = {}) => ({ ...allow(Action, more), Effect: 'Deny' });
const inRegion = { Condition: { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } } };

describe('layers together', () => {
  const organization = policies(allow('*'), deny('ec2:*', inRegion));

  test('S165: what an SCP denies outside of a region is never allowed there', () => {
    const set = { identity: policies(allow('*')), scps: [organization] };
    const elsewhere = {
      actions: ['ec2:*'],
      conditions: { StringEquals: { 'aws:RequestedRegion': 'us-east-1' } },
    };
    expect(canEver(set, elsewhere, { principal: ADA })).toMatchObject({ answer: 'never', vacuous: false });
    expect(canEver(set, { actions: ['ec2:RunInstances'] }, { principal: ADA })).toMatchObject({
      answer: 'yes',
      witness: {
        request: { principal: ADA, context: { 'aws:RequestedRegion': 'eu-west-1' } },
        after: 'Allow',
        statements: [{ ref: '/identity/0/Statement/0' }],
      },
    });
  });

  test('S153: a boundary that is taken away gives access, one that is put on gives none', () => {
    const alone = { identity: policies(allow('s3:*')) };
    const bounded = { ...alone, boundary: policies(allow('s3:Get*')) };
    expect(checkNoNewAccess(alone, bounded)).toMatchObject({ verdict: 'proved' });
    expect(checkNoNewAccess(bounded, alone)).toMatchObject({
      verdict: 'refuted',
      witness: { before: 'ImplicitDeny', after: 'Allow' },
    });
  });

  test('S204: who may call sts:AssumeRoot is refused for some resources, everyone else for all', () => {
    const identity = policies(allow('sts:AssumeRoot'));
    const ever = (flags: PolicySet['flags'], options: AskOptions): unknown =>
      canEver({ identity, flags }, { actions: ['sts:AssumeRoot'] }, { principal: ADA, ...options }).answer;
    const manages = { principalInManagementAccount: true };
    const member = { resourceAccount: '444455556666', universe: AWS };
    for (const may of [manages, { delegatedAdministrator: true }]) {
      expect(ever(may, member)).toBe('yes');
      // Without the account of a member, no request is found, and none is ruled out.
      expect(ever(may, {})).toBe('unknown');
    }
    expect(ever(undefined, member)).toBe('never');
    expect(ever({}, {})).toBe('never');
  });

  test('S203: sts:SetSourceIdentity is needed on both sides where a role assumes a role', () => {
    const principal = 'arn:aws:iam::111122223333:role/deploy';
    const resource = policies(allow('sts:*', { Resource: undefined, Principal: { AWS: principal } }));
    const ever = (...identity: readonly object[]): unknown =>
      canEver(
        { identity: policies(...identity), resource, flags: { resourcePolicyKind: 'trust' } },
        { actions: ['sts:SetSourceIdentity'] },
        { principal },
      ).answer;
    expect(ever(allow('sts:SetSourceIdentity'))).toBe('yes');
    expect(ever(allow('sts:AssumeRole'))).toBe('never');
  });

  test('S201, S202: what is refused for the actions that are known is not taken for refused for all', () => {
    const ever = (Action: string, principal: Principal, options: AskOptions): unknown => {
      const resource = policies(allow(Action, { Principal: '*' }));
      const found = canEver(
        { resource },
        { actions: [Action] },
        { ...options, principal, resourceAccount: '111122223333' },
      );
      return found.answer === 'unknown'
        ? found.reasons.map(({ code, about }) => `${code} ${about}`)
        : found.answer;
    };
    for (const principal of ['anonymous', { federated: 'accounts.google.com' }] as const) {
      expect(ever('ecs:RunTask', principal, {})).toBe('never');
      expect(ever('ecs:Run*', principal, {})).toEqual(['service-rule ecs:run']);
      // Each cell of actions is a reason of its own.
      expect(ever('ecs:*', principal, { universe: AWS })).toEqual([
        expect.stringMatching(/^service-rule ecs:/),
        expect.stringMatching(/^service-rule ecs:/),
        'service-rule ecs:x',
      ]);
    }
    expect(ever('sts:AssumeR*', { federated: 'accounts.google.com' }, { universe: AWS })).toBe('yes');
  });

  test('S158: a caller of another account needs both sides', () => {
    const identity = policies(allow('s3:*'));
    const resource = policies(allow('s3:GetObject', { Principal: { AWS: ADA } }));
    const options = { principal: ADA, resourceAccount: '444455556666' };
    expect(canEver({ identity }, { actions: ['s3:GetObject'] }, options)).toMatchObject({ answer: 'never' });
    expect(canEver({ identity, resource }, { actions: ['s3:GetObject'] }, options)).toMatchObject({
      answer: 'yes',
    });
    expect(canEver({ identity, resource }, { actions: ['s3:PutObject'] }, options)).toMatchObject({
      answer: 'never',
    });
  });

  test('S167: SCPs do not bind the management account', () => {
    const set = { identity: policies(allow('*')), scps: [policies(allow('*'), deny('s3:*'))] };
    const managed = { ...set, flags: { principalInManagementAccount: true } };
    const options = { principal: ADA };
    expect(canEver(set, { actions: ['s3:GetObject'] }, options)).toMatchObject({ answer: 'never' });
    expect(canEver(managed, { actions: ['s3:GetObject'] }, options)).toMatchObject({ answer: 'yes' });
  });

  test('S171: without its policy nobody uses a key, whatever else allows it', () => {
    const key = { actions: ['kms:Decrypt'], resources: ['arn:aws:kms:*:*:key/*'] };
    const identity = policies(allow('kms:*'));
    const delegating = policies(allow('kms:*', { Principal: { AWS: '111122223333' } }));
    const options = { principal: ADA };
    expect(canEver({ identity }, key, options)).toMatchObject({ answer: 'never' });
    expect(canEver({ identity, resource: delegating }, key, options)).toMatchObject({ answer: 'yes' });
  });

  test('S171: actions that have rules of their own are not taken for others of the same statements', () => {
    const identity = policies(allow(['ec2:RunInstances', 'kms:Decrypt']));
    const resource = policies(allow('*', { Principal: { AWS: '111122223333' } }));
    expect(checkNoNewAccess({ identity }, { identity, resource }, { principal: ADA })).toMatchObject({
      verdict: 'refuted',
      witness: { request: { action: 'kms:decrypt' } },
    });
  });

  test('keys that follow from the caller are as it says', () => {
    const set = {
      identity: policies(allow('s3:*', { Condition: { StringEquals: { 'aws:username': 'bob' } } })),
    };
    expect(canEver(set, {}, { principal: ADA })).toMatchObject({ answer: 'never', vacuous: false });
    expect(canEver(set, {})).toMatchObject({ answer: 'yes' });
  });

  test('statements are dead by what other layers say', () => {
    const set = {
      identity: policies(allow('s3:GetObject'), allow('ec2:RunInstances')),
      boundary: policies(allow('s3:*')),
      scps: [policies(allow('*'), deny('sqs:*'))],
    };
    expect(deadStatements(set, { principal: ADA }).dead.map((one) => [one.statement.ref, one.kind])).toEqual([
      ['/identity/0/Statement/1', 'overridden'],
      ['/scps/0/0/Statement/1', 'needless-deny'],
    ]);
  });
});

test('permissions are parts that do not overlap, without what Denies take back', () => {
  const { permissions, reasons } = effectivePermissions(
    policies(allow('s3:GetObject'), allow(['s3:GetObject', 's3:PutObject', 'iam:CreateUser']), deny('iam:*')),
  );
  expect(reasons).toEqual([]);
  expect(permissions.map(({ statement, actions }) => [statement?.ref, actions])).toEqual([
    ['/identity/0/Statement/0', ['s3:getobject']],
    ['/identity/0/Statement/1', ['s3:putobject']],
  ]);
});

test('guard rails hold, are broken, or are about nothing', () => {
  const subject = policies(allow('iam:*', { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }));
  const mfa = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };
  const answers = prove(
    [
      { action: 'iam:*', unless: mfa },
      { action: 'iam:CreateUser' },
      { action: 'iam:*', resource: 'no ARN' },
      { action: 'iam:*', unless: { Bol: { 'aws:x': 'true' } } },
    ],
    subject,
  );
  expect(answers.map(({ verdict, vacuous }) => [verdict.verdict, vacuous])).toEqual([
    ['proved', false],
    ['refuted', false],
    ['proved', true],
    ['unknown', false],
  ]);
});

test('who can is told with the least context that allows it', () => {
  const guarded = {
    identity: policies(allow('s3:*', { Condition: { Bool: { 'aws:SecureTransport': 'true' } } })),
  };
  const answers = whoCan({ actions: ['s3:GetObject'] }, [
    { principal: ADA, policies: guarded },
    { principal: 'arn:aws:iam::111122223333:user/bob', policies: {} },
  ]);
  expect(answers).toMatchObject([
    {
      principal: ADA,
      answer: { answer: 'yes', witness: { request: { context: { 'aws:SecureTransport': 'true' } } } },
    },
    { principal: 'arn:aws:iam::111122223333:user/bob', answer: { answer: 'never' } },
  ]);
});

test('a Deny of a control policy does something where the resource would let in', () => {
  const everybody = { Principal: '*' };
  const resource = policies(allow('s3:GetObject', everybody));
  const kindOfDeny = (...denies: readonly object[]): string | undefined => {
    const { dead } = deadStatements({ resource, rcps: [policies(allow('*', everybody), ...denies)] });
    return dead.find(({ statement: { ref } }) => ref === '/rcps/0/0/Statement/1')?.kind;
  };
  const elsewhere = deny('s3:GetObject', { ...everybody, ...inRegion });
  expect(kindOfDeny(elsewhere)).toBeUndefined();
  expect(kindOfDeny(elsewhere, elsewhere)).toBe('needless-deny');
});
