import { parsePolicy, type Policy } from '@policywright/policy';
import { describe, expect, test } from 'vitest';
import { AWS } from '../aws/awsUniverse.ts';
import { canEver } from './canEver.ts';
import { checkAccessNotGranted } from './checkAccessNotGranted.ts';
import { checkNoNewAccess } from './checkNoNewAccess.ts';
import { deadStatements } from './deadStatements.ts';
import { diff } from './diff.ts';
import { disjoint } from './disjoint.ts';
import { equivalent } from './equivalent.ts';

function policies(...statements: readonly object[]): readonly Policy[] {
  const result = parsePolicy(JSON.stringify({ Version: '2012-10-17', Statement: statements }));
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  return [result.policy];
}

const allow = (Action: string | string[], Resource: string | string[] = '*', Condition?: object) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...(Condition && { Condition }),
});
const deny = (Action: string | string[], Resource: string | string[] = '*', Condition?: object) => ({
  ...allow(Action, Resource, Condition),
  Effect: 'Deny',
});

describe('no new access', () => {
  test('is proved where resources are divided among several statements', () => {
    const whole = policies(allow('s3:*', ['arn:aws:s3:::a*', 'arn:aws:s3:::b*']));
    const parts = policies(allow('s3:Get*', 'arn:aws:s3:::a/*'), allow('s3:Put*', 'arn:aws:s3:::b?'));
    expect(checkNoNewAccess(whole, parts)).toMatchObject({ verdict: 'proved' });
  });

  test('is refuted by a request that is newly allowed', () => {
    const verdict = checkNoNewAccess(
      policies(allow('s3:GetObject', 'arn:aws:s3:::a/*')),
      policies(allow('s3:Get*', 'arn:aws:s3:::a/*')),
    );
    expect(verdict).toMatchObject({
      verdict: 'refuted',
      witness: {
        request: { resource: 'arn:aws:s3:::a/example', context: {} },
        before: 'ImplicitDeny',
        after: 'Allow',
        statements: [{ of: 'after', ref: '/identity/0/Statement/0' }],
      },
    });
  });

  test('S173: leaves out what every caller may do whatever policies say', () => {
    expect(checkNoNewAccess([], policies(allow('sts:GetCallerIdentity')))).toMatchObject({
      verdict: 'proved',
    });
  });

  test('S171: keys whose policy leaves it to the account are like other resources', () => {
    const verdict = checkNoNewAccess([], policies(allow('kms:Decrypt', 'arn:aws:kms:*:*:key/*')));
    expect(verdict).toMatchObject({ verdict: 'refuted', witness: { request: { action: 'kms:decrypt' } } });
  });

  test('S196: leaves out what nobody may change whatever policies say, and nothing beside it', () => {
    const reserved = 'arn:aws:iam::*:role/aws-reserved/sso.amazonaws.com/*';
    const nothing = policies(allow('s3:GetObject'));
    const changing = [...nothing, ...policies(allow('iam:DeleteRole', reserved))];
    expect(checkNoNewAccess(nothing, changing)).toMatchObject({ verdict: 'proved' });
    for (const wider of [allow('iam:DeleteRole', 'arn:aws:iam::*:role/a*'), allow('iam:GetRole', reserved)]) {
      const verdict = checkNoNewAccess(changing, [...changing, ...policies(wider)]);
      expect(verdict).toMatchObject({ verdict: 'refuted' });
    }
    const both = policies(allow(['iam:DeleteRole', 'iam:GetRole'], reserved));
    expect(checkNoNewAccess(nothing, both)).toMatchObject({
      verdict: 'refuted',
      witness: { request: { action: 'iam:getrole' } },
    });
  });

  test('S161: resources of every partition count', () => {
    const verdict = checkNoNewAccess([], policies(allow('s3:GetObject', 'arn:aws-cn:s3:::a/b')));
    expect(verdict).toMatchObject({
      verdict: 'refuted',
      witness: { request: { principal: 'arn:aws-cn:iam::111122223333:user/someone' } },
    });
  });

  test('S123: a pattern with a variable lies within a wider one of the same variable', () => {
    const home = policies(allow('s3:GetObject', 'arn:aws:s3:::home/${aws:username}/*'));
    const docs = policies(allow('s3:GetObject', 'arn:aws:s3:::home/${aws:username}/docs/*'));
    expect(checkNoNewAccess(home, docs)).toMatchObject({ verdict: 'proved' });
    expect(checkNoNewAccess(docs, home)).toMatchObject({
      verdict: 'refuted',
      witness: { request: { context: { 'aws:username': 'alice' } } },
    });
  });

  test('S113: variables get values of their own, and keys what conditions make of these', () => {
    const user = (key: string): readonly Policy[] =>
      policies(allow('iam:GetUser', `arn:aws:iam::*:user/\${${key}}`));
    expect(checkNoNewAccess(user('aws:PrincipalTag/a'), user('aws:PrincipalTag/b'))).toMatchObject({
      verdict: 'refuted',
      witness: { request: { resource: expect.stringMatching(/:user\/.+/) } },
    });
    const tagged = policies({
      ...allow('ec2:RunInstances', '*'),
      Condition: {
        StringEquals: {
          'aws:ResourceTag/a': '${aws:PrincipalTag/a}',
          'aws:ResourceTag/b': '${aws:PrincipalTag/b}-b',
        },
        ArnLike: { 'ec2:Vpc': 'arn:aws:ec2:*:*:vpc/${aws:PrincipalTag/vpc}' },
        'ForAllValues:StringLike': { 'aws:TagKeys': '${aws:username}/*' },
        Null: { 'aws:TagKeys': 'false' },
      },
    });
    expect(checkNoNewAccess([], tagged)).toMatchObject({
      verdict: 'refuted',
      witness: {
        request: { context: { 'aws:ResourceTag/b': 'alice-b', 'ec2:Vpc': 'arn:aws:ec2:x:x:vpc/alice' } },
      },
    });
  });

  test('S120: a key that conditions let be absent has a value where a resource needs it', () => {
    const bucket = policies({
      ...allow('s3:ListBucket', 'arn:aws:s3:::${aws:PrincipalTag/bucket}'),
      Condition: { StringNotEquals: { 'aws:PrincipalTag/bucket': '' } },
    });
    expect(checkNoNewAccess([], bucket)).toMatchObject({
      verdict: 'refuted',
      witness: { request: { context: { 'aws:PrincipalTag/bucket': expect.stringMatching(/./) } } },
    });
  });

  test('S65: patterns that are held to no service divide the actions of all of them', () => {
    const [odd, all] = [policies(allow('s3:*'), deny('s?:?pdate*')), policies(allow('s3:*'))];
    expect(checkNoNewAccess(all, odd)).toMatchObject({ verdict: 'proved' });
    const verdict = checkNoNewAccess(odd, all);
    expect(verdict.verdict === 'refuted' && verdict.witness.request.action).toMatch(/^s3:.pdate/);
  });

  test('is unknown, not refuted, when the budget is spent', () => {
    const verdict = checkNoNewAccess(policies(allow('s3:Get*')), policies(allow('s3:*')), { budget: 3 });
    expect(verdict).toMatchObject({ verdict: 'unknown', reasons: [{ code: 'budget', about: '3' }] });
  });
});

test('versions are equivalent that say the same in other words', () => {
  const one = policies(allow(['s3:GetObject', 's3:GetObjectAcl']), deny('s3:GetObject', 'arn:aws:s3:::a/*'));
  const other = policies(allow('s3:GetObjectAcl'), {
    Effect: 'Allow',
    Action: 's3:GetObject',
    NotResource: 'arn:aws:s3:::a/*',
  });
  expect(equivalent(one, other)).toMatchObject({ verdict: 'proved' });
  expect(equivalent(one, policies(allow('s3:GetObjectAcl')))).toMatchObject({ verdict: 'refuted' });
  expect(equivalent(policies(allow('s3:GetObjectAcl')), one)).toMatchObject({
    verdict: 'refuted',
    witness: { before: 'ImplicitDeny', after: 'Allow' },
  });
});

test('policies are disjoint that no request passes both', () => {
  const a = policies(allow('s3:*', 'arn:aws:s3:::a/*'));
  expect(disjoint(a, policies(allow('s3:*', 'arn:aws:s3:::b/*')))).toMatchObject({ verdict: 'proved' });
  expect(disjoint(a, policies(allow('s3:*', 'arn:aws:s3:::*/b')))).toMatchObject({
    verdict: 'refuted',
    witness: { request: { resource: 'arn:aws:s3:::a/b' } },
  });
});

describe('what can ever be allowed', () => {
  const mfa = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };
  const subject = policies(allow('iam:*', '*', mfa), deny('iam:Delete*'));

  test('comes with a request that needs no more than it must', () => {
    expect(canEver(subject, { actions: ['iam:CreateUser'] })).toMatchObject({
      answer: 'yes',
      witness: { request: { action: 'iam:createuser', context: { 'aws:MultiFactorAuthPresent': 'true' } } },
    });
  });

  test('is proved to be never', () => {
    expect(canEver(subject, { actions: ['iam:DeleteUser'] })).toMatchObject({
      answer: 'never',
      vacuous: false,
    });
    expect(
      canEver(subject, {
        actions: ['iam:CreateUser'],
        conditions: { Null: { 'aws:MultiFactorAuthPresent': 'true' } },
      }),
    ).toMatchObject({ answer: 'never', vacuous: false });
  });

  test('says when the question is about no request at all', () => {
    const nothing = {
      conditions: { NumericLessThan: { 's3:max-keys': '1' }, NumericGreaterThan: { 's3:max-keys': '1' } },
    };
    expect(canEver(subject, { resources: ['no ARN'] })).toMatchObject({ answer: 'never', vacuous: true });
    expect(canEver(subject, nothing).answer).not.toBe('yes');
  });

  test('is asked the other way round', () => {
    expect(checkAccessNotGranted(subject, { actions: ['iam:DeleteUser', 's3:*'] })).toMatchObject({
      verdict: 'proved',
    });
    expect(checkAccessNotGranted(subject, { actions: ['iam:*'] })).toMatchObject({ verdict: 'refuted' });
  });
});

describe('findings', () => {
  test('name the statement, the actions and the Deny that is gone', () => {
    const before = policies(
      allow(['s3:GetObject', 's3:PutObject']),
      deny('s3:PutObject', 'arn:aws:s3:::a/*'),
    );
    const after = policies(allow(['s3:GetObject', 's3:PutObject', 'ec2:RunInstances']));
    const { findings, reasons } = diff(before, after);
    expect(reasons).toEqual([]);
    expect(findings).toMatchObject([
      {
        change: 'allowed',
        statement: { ref: '/identity/0/Statement/0' },
        actions: ['ec2:runinstances', 's3:putobject'],
        futureActions: [],
      },
    ]);
  });

  test('tell what is newly denied from what is newly allowed, in the order of the versions', () => {
    const { findings } = diff(policies(allow('s3:GetObject')), policies(allow('s3:PutObject')));
    expect(
      findings.map(({ change, actions, witness }) => [change, actions, [witness.before, witness.after]]),
    ).toEqual([
      ['allowed', ['s3:putobject'], ['ImplicitDeny', 'Allow']],
      ['denied', ['s3:getobject'], ['Allow', 'ImplicitDeny']],
    ]);
  });

  test('do not overlap', () => {
    const { findings } = diff([], policies(allow('s3:GetObject'), allow(['s3:GetObject', 's3:PutObject'])));
    expect(findings.map(({ actions }) => actions)).toEqual([['s3:getobject'], ['s3:putobject']]);
  });
});

test('statements do nothing in four ways', () => {
  const { dead, unknown } = deadStatements(
    policies(
      allow('s3:*', 'arn:aws:s3:::a/*'),
      allow('s3:GetObject', 'arn:aws:s3:::a/b'),
      allow('s3:GetObject', 'no ARN'),
      allow('ec2:RunInstances'),
      deny('ec2:*'),
      deny('sqs:SendMessage'),
    ),
  );
  expect(unknown).toEqual([]);
  expect(dead.map(({ kind, statement }) => [statement.ref, kind])).toEqual([
    ['/identity/0/Statement/1', 'redundant'],
    ['/identity/0/Statement/2', 'never-matches'],
    ['/identity/0/Statement/3', 'overridden'],
    ['/identity/0/Statement/5', 'needless-deny'],
  ]);
});

describe('what is to blame for a statement that does nothing', () => {
  const deadOf = (...statements: readonly object[]): readonly unknown[] =>
    deadStatements(policies(...statements)).dead;

  test('is the least of the other statements', () => {
    expect(
      deadOf(
        allow('s3:Put*'),
        allow('s3:Get*', 'arn:aws:s3:::a/*'),
        allow(['s3:GetObject', 's3:PutObject'], 'arn:aws:s3:::a/b'),
        allow('ec2:*'),
      ),
    ).toMatchObject([
      {
        kind: 'redundant',
        statement: { ref: '/identity/0/Statement/2' },
        by: [{ ref: '/identity/0/Statement/0' }, { ref: '/identity/0/Statement/1' }],
      },
    ]);
  });

  test('is sought among 40 other statements, and not among more', () => {
    const among = (count: number) =>
      deadOf(
        allow('s3:GetObject', 'arn:aws:s3:::a/b'),
        allow('s3:Get*', 'arn:aws:s3:::a/*'),
        ...Array.from({ length: count - 1 }, (_, index) => allow(`ec2:Action${index}`)),
      );
    expect(among(40)).toMatchObject([{ kind: 'redundant', by: [{ ref: '/identity/0/Statement/1' }] }]);
    expect(among(41)).toMatchObject([{ kind: 'redundant', by: [] }]);
  });

  test('is the Denies that take it back', () => {
    expect(
      deadOf(allow('s3:*'), allow('ec2:RunInstances'), deny('s3:GetObject'), deny('ec2:*')),
    ).toMatchObject([{ kind: 'overridden', by: [{ ref: '/identity/0/Statement/3' }] }]);
  });

  test('is the elements that no request meets all at once', () => {
    const conditions = {
      StringEquals: { 'aws:PrincipalTag/a': 'x', 'aws:PrincipalTag/b': 'y' },
      StringNotEquals: { 'aws:PrincipalTag/a': ['x', 'z'] },
    };
    expect(deadOf(allow('s3:*', '*', conditions))).toMatchObject([
      {
        kind: 'never-matches',
        because: {
          universe: 'language',
          blamed: [
            {
              element: 'Condition',
              condition: { operator: { text: 'StringEquals' }, key: 'aws:PrincipalTag/a' },
            },
            { element: 'Condition', condition: { operator: { text: 'StringNotEquals' } } },
          ],
        },
      },
    ]);
    expect(deadOf(allow('s3:GetObject', 'no ARN'))).toMatchObject([
      { because: { universe: 'language', blamed: [{ element: 'Resource' }] } },
    ]);
  });

  test('is what the catalog does not have, where the language has it', () => {
    const ask = (...statements: readonly object[]): readonly unknown[] =>
      deadStatements(policies(...statements), { universe: AWS }).dead;
    expect(
      ask(allow('s3:ListBucket', 'arn:aws:s3:::a/b', { Bool: { 'aws:SecureTransport': 'true' } })),
    ).toMatchObject([
      { because: { universe: 'aws', blamed: [{ element: 'Action' }, { element: 'Resource' }] } },
    ]);
    expect(ask(allow('s3:ListBucket', '*', { StringEquals: { 'ec2:Region': 'eu-west-1' } }))).toMatchObject([
      { because: { universe: 'aws', blamed: [{ element: 'Action' }, { element: 'Condition' }] } },
    ]);
  });
});

test('S23: a Deny that cannot be understood matches', () => {
  const { dead } = deadStatements(
    policies(allow('s3:*'), deny('s3:GetObject', '*', { Bool: { 'aws:x': 'maybe' } })),
  );
  expect(dead).toEqual([]);
});

test('S23: the same condition that cannot be understood is met for a Deny and not for an Allow', () => {
  const odd = { Bool: { 'aws:x': 'maybe' } };
  const subject = policies(allow('s3:*', '*', odd), allow('s3:PutObject'), deny('s3:Put*', '*', odd));
  const withKey = { conditions: { Null: { 'aws:x': 'false' } } };
  for (const action of ['s3:PutObject', 's3:GetObject']) {
    const answer = canEver(subject, { actions: [action], ...withKey });
    expect(answer).toMatchObject({ answer: 'never', vacuous: false });
  }
});
