import { describe, expect, test } from 'vitest';
import { readScenarios } from '../read/readScenarios.ts';
import type { MutationReport } from './mutationReport.ts';
import { testMutants, type MutationOptions } from './testMutants.ts';

const WEB = 'arn:aws:ecs:us-east-1:111122223333:task-definition/web:1';
const RUN = {
  id: 'run',
  principal: 'arn:aws:iam::111122223333:user/alice',
  action: 'ecs:RunTask',
  resource: WEB,
  context: {},
  policies: {},
  expected: 'Allow',
};

interface Trial {
  readonly statements: readonly object[];
  readonly scenarios?: readonly object[];
  readonly options?: MutationOptions;
}

function run({ statements, scenarios = [RUN], options = {} }: Trial): MutationReport {
  const policies = { identity: [{ Version: '2012-10-17', Statement: statements }] };
  const text = JSON.stringify(
    scenarios.map((scenario) => ({ ...scenario, policies })),
    undefined,
    2,
  );
  return testMutants([readScenarios(text, { file: 'a.json' })], options);
}

/** Each survivor as `kind: before => after`. */
function survivors(trial: Trial): readonly string[] {
  return run(trial).survivors.map(({ kind, before, after }) => `${kind}: ${before} => ${after ?? ''}`);
}

const ALLOW = { Effect: 'Allow', Action: 'ecs:RunTask', Resource: 'arn:aws:ecs:*:*:task-definition/web:*' };

describe('what survives', () => {
  test('is named with its place and the change', () => {
    const report = run({ statements: [ALLOW] });
    expect(report).toMatchObject({ total: 4, caught: 1, percent: 25, equivalent: 0, untried: 0 });
    expect(report.survivors).toMatchObject([
      {
        kind: 'widen-action',
        pointer: '/Statement/0/Action',
        before: '"Action": "ecs:RunTask"',
        after: '"Action": "ecs:Run*"',
        file: 'a.json',
        line: 15,
        column: 25,
        scenarios: 1,
      },
      { after: '"Action": "ecs:*"' },
      { kind: 'widen-resource', after: '"Resource": "*"', line: 16 },
    ]);
  });

  test('is caught by scenarios from beyond', () => {
    const scenarios = [
      RUN,
      { ...RUN, id: 'other task', resource: WEB.replace('web', 'db'), expected: 'ImplicitDeny' },
      { ...RUN, id: 'other verb', action: 'ecs:StopTask', expected: 'ImplicitDeny' },
    ];
    expect(survivors({ statements: [ALLOW], scenarios })).toEqual([
      'widen-action: "Action": "ecs:RunTask" => "Action": "ecs:Run*"',
    ]);
  });

  test('entries that nothing needs', () => {
    const statements = [{ ...ALLOW, Action: ['ecs:RunTask', 'ecs:StopTask'] }];
    expect(survivors({ statements })).toContain('drop-action: "Action": "ecs:StopTask" => ');
    expect(survivors({ statements })).not.toContain('drop-action: "Action": "ecs:RunTask" => ');
  });

  test('a Deny that no scenario meets', () => {
    const statements = [
      ALLOW,
      { Sid: 'Guard', Effect: 'Deny', Action: ['ecs:Delete*', 'ecs:Stop*'], Resource: '*' },
    ];
    expect(survivors({ statements })).toContain(
      'drop-statement: { "Sid": "Guard", "Effect": "Deny", "Action": "ecs:Delete*", … } => ',
    );
    const scenarios = [RUN, { ...RUN, id: 'stop', action: 'ecs:StopTask', expected: 'ExplicitDeny' }];
    expect(survivors({ statements, scenarios }).join()).not.toContain('drop-statement');
  });

  test('conditions, their values and IfExists', () => {
    const Condition = { StringEquals: { 'aws:PrincipalTag/team': ['web', 'db'] } };
    const statements = [{ ...ALLOW, Action: 'ecs:*', Resource: '*', Condition }];
    const context = { 'aws:PrincipalTag/team': 'web' };
    const met = { ...RUN, context };
    expect(survivors({ statements, scenarios: [met] })).toEqual([
      'drop-condition: "StringEquals": { "aws:PrincipalTag/team": ["web","db"] } => ',
      'drop-condition-value: "StringEquals": { "aws:PrincipalTag/team": "db" } => ',
      'swap-if-exists: "StringEquals": { "aws:PrincipalTag/team": ["web","db"] } => "StringEqualsIfExists": { "aws:PrincipalTag/team": ["web","db"] }',
    ]);
    const absent = { ...RUN, id: 'absent', expected: 'ImplicitDeny' };
    const db = { ...RUN, id: 'db', context: { 'aws:PrincipalTag/team': 'db' } };
    expect(survivors({ statements, scenarios: [met, absent, db] })).toEqual([]);
  });

  test('set qualifiers', () => {
    const Condition = { 'ForAllValues:StringEquals': { 'aws:TagKeys': 'team' } };
    const statements = [{ Effect: 'Allow', Action: 'ecs:*', Resource: '*', Condition }];
    const one = { ...RUN, context: { 'aws:TagKeys': ['team'] } };
    expect(survivors({ statements, scenarios: [one] }).join()).toContain('swap-set-qualifier');
    const two = { ...RUN, id: 'two', context: { 'aws:TagKeys': ['team', 'x'] }, expected: 'ImplicitDeny' };
    expect(survivors({ statements, scenarios: [one, two] }).join()).not.toContain('swap-set-qualifier');
  });

  test('principals of a resource policy', () => {
    const Statement = {
      Effect: 'Allow',
      Principal: { AWS: ['111122223333', '444455556666'] },
      Action: 's3:*',
      Resource: '*',
    };
    const policies = { resource: { Version: '2012-10-17', Statement } };
    const get = { ...RUN, action: 's3:GetObject', resource: 'arn:aws:s3:::b/k', policies };
    const foreign = {
      ...get,
      id: 'foreign',
      principal: 'arn:aws:iam::999999999999:user/mallory',
      expected: 'ImplicitDeny',
    };
    const kinds = (...scenarios: object[]): readonly string[] =>
      testMutants([readScenarios(JSON.stringify(scenarios))]).survivors.map(({ kind }) => kind);
    expect(kinds(foreign)).toEqual(['drop-statement', 'drop-principal', 'drop-principal']);
    expect(
      kinds({ ...foreign, policies: { ...policies, identity: [policies.resource] }, expected: 'Allow' }),
    ).toEqual([]);
  });
});

describe('equivalent mutants are not tried', () => {
  test.each([
    ['an entry that another covers', { Action: ['ecs:*', 'ecs:RunTask'], Resource: '*' }, 3],
    [
      'a value that another covers',
      { Action: 'ecs:*', Resource: '*', Condition: { StringLike: { 'aws:username': ['a*', 'al*'] } } },
      1,
    ],
    [
      'S77: IfExists on a negated operator',
      { Action: 'ecs:*', Resource: '*', Condition: { StringNotEquals: { 'aws:username': 'bob' } } },
      1,
    ],
    [
      'S79: IfExists beside a Null that wants the key',
      {
        Action: 'ecs:*',
        Resource: '*',
        Condition: { Null: { 'ecs:cluster': 'false' }, ArnEquals: { 'ecs:cluster': 'arn:aws:ecs:::c' } },
      },
      1,
    ],
  ])('%s', (_, elements, equivalent) => {
    expect(run({ statements: [{ Effect: 'Allow', ...elements }] }).equivalent).toBe(equivalent);
  });

  test('a statement that another covers', () => {
    expect(run({ statements: [ALLOW, { ...ALLOW, Action: 'ecs:*', Resource: '*' }] }).equivalent).toBe(1);
  });

  test('with a catalog: patterns of the same real actions', () => {
    const real = ['ecs:RunTask', 'ecs:RunTaskSet', 'ecs:StartTask', 'ecs:StopTask'];
    const expandActions = (pattern: string): readonly string[] =>
      real.filter((name) =>
        pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern,
      );
    const afters = (Action: string): readonly (string | null)[] =>
      run({ statements: [{ ...ALLOW, Action }], options: { expandActions } })
        .survivors.filter(({ kind }) => kind === 'widen-action')
        .map(({ after }) => after);
    expect(afters('ecs:RunTask')).toEqual([
      '"Action": "ecs:RunTask*"',
      '"Action": "ecs:Run*"',
      '"Action": "ecs:*"',
    ]);
    expect(afters('ecs:RunTaskSet')).toEqual(['"Action": "ecs:Run*"', '"Action": "ecs:*"']);
  });
});

test('the same document in several scenarios and files is mutated once, in all of them', () => {
  const policies = { identity: [{ Version: '2012-10-17', Statement: ALLOW }] };
  const texts = [RUN, { ...RUN, id: 'stop', action: 'ecs:StopTask', expected: 'ImplicitDeny' }].map(
    (scenario) => JSON.stringify({ ...scenario, policies }),
  );
  const files = texts.map((text, index) => readScenarios(text, { file: `${String(index)}.json` }));
  expect(testMutants(files)).toMatchObject({
    total: 4,
    caught: 2,
    survivors: [{ file: '0.json', scenarios: 2 }, {}],
  });
});

test('scenarios that share documents but not levels are kept apart', () => {
  const policies = {
    identity: [{ Version: '2012-10-17', Statement: ALLOW }],
    scps: [[{ Version: '2012-10-17', Statement: ALLOW }]],
  };
  const closed = {
    ...RUN,
    id: 'closed',
    policies: { ...policies, scps: [...policies.scps, []] },
    expected: 'ImplicitDeny',
  };
  const report = testMutants([readScenarios(JSON.stringify([closed, { ...RUN, policies }]))]);
  expect(report.caught).toBe(1);
});

test('S195: a statement about another action that makes a bucket public is noticed', () => {
  const Principal = { AWS: '444455556666' };
  const everywhere = { Effect: 'Allow', Resource: 'arn:aws:s3:::b/*' };
  const Statement = ['s3:GetObject', 's3:PutObject'].map((Action) => ({ ...everywhere, Principal, Action }));
  const own = { Version: '2012-10-17', Statement: { ...everywhere, Action: 's3:*' } };
  const put = {
    ...RUN,
    principal: 'arn:aws:iam::444455556666:user/dave',
    action: 's3:PutObject',
    resource: 'arn:aws:s3:::b/k',
    resourceAccount: '111122223333',
    policies: { identity: [own], resource: { Version: '2012-10-17', Statement } },
    flags: { restrictPublicBuckets: true },
  };
  const { survivors } = testMutants([readScenarios(JSON.stringify(put))]);
  expect(survivors.filter(({ kind }) => kind === 'widen-principal')).toEqual([]);
});

test('scenarios that fail anyway catch nothing', () => {
  const wrong = { ...RUN, expected: 'ImplicitDeny' };
  expect(run({ statements: [ALLOW], scenarios: [wrong] })).toMatchObject({ total: 4, caught: 0, percent: 0 });
});

test('the limit is kept, and what is left over is told', () => {
  expect(run({ statements: [ALLOW], options: { limit: 3 } })).toMatchObject({ total: 3, untried: 1 });
});

describe('what hangs on the resource', () => {
  const decrypt = {
    id: 'decrypt',
    principal: 'arn:aws:iam::111122223333:user/alice',
    action: 'kms:Decrypt',
    resource: 'arn:aws:kms:us-east-1:111122223333:key/k',
    context: {},
  };
  const identity = [{ Statement: [{ Effect: 'Allow', Action: 'kms:Decrypt', Resource: decrypt.resource }] }];
  const testAll = (...scenarios: readonly object[]): MutationReport =>
    testMutants([readScenarios(JSON.stringify(scenarios), { file: 'a.json' })]);

  test('S171: the default policies of two accounts are not taken for one', () => {
    const own = {
      ...decrypt,
      policies: { identity, resource: { default: 'key-policy' } },
      expected: 'Allow',
    };
    const foreign = { ...own, id: 'foreign', resourceAccount: '444455556666', expected: 'ImplicitDeny' };
    const report = testAll(foreign, own);
    expect(report.survivors.map(({ kind }) => kind)).not.toContain('drop-statement');
    expect(report.total).toBeGreaterThan(0);
  });

  test('S208: scenarios that differ in their grants are tried apart', () => {
    const grants = [{ grantee: decrypt.principal, operations: ['Decrypt'] }];
    const policies = { identity, resource: { default: 'key-policy' } };
    const granted = { ...decrypt, policies: { ...policies, grants }, expected: 'Allow' };
    const report = testAll(granted, { ...decrypt, id: 'plain', policies, expected: 'Allow' });
    expect(report.survivors.map(({ kind }) => kind)).not.toContain('drop-statement');
  });

  test('S210: mutants are made of the policy behind an access point', () => {
    const allow = (Resource: string): object => ({
      Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource }],
    });
    const through = {
      ...decrypt,
      action: 's3:GetObject',
      resource: 'arn:aws:s3:eu-west-1:111122223333:accesspoint/images/object/a.png',
      underlying: ['arn:aws:s3:::images/a.png'],
      policies: { resource: [allow('*'), allow('arn:aws:s3:::images/a.png')] },
      expected: 'Allow',
    };
    const report = testAll(through);
    expect(report.survivors.map(({ kind }) => kind)).not.toContain('drop-statement');
    expect(report.survivors.filter(({ kind }) => kind === 'widen-resource')).toHaveLength(1);
  });
});
