import { POLICY_SET_FLAGS } from '@policywright/evaluator';
import { describe, expect, test } from 'vitest';
import { assemble } from '../model/decided.ts';
import { fromScenario, toScenario, type PageContents } from './scenarioFile.ts';

const READ = { Statement: [{ Sid: 'Read', Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: '*' }] };
const SCENARIO = {
  id: 'reads',
  title: 'Reads',
  principal: { federated: 'cognito-identity.amazonaws.com' },
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::images/a.png',
  context: {},
  policies: { identity: [], resource: READ, boundary: [], session: [], scps: [], rcps: [] },
};

function open(scenario: object): PageContents {
  const contents = fromScenario(JSON.stringify(scenario));
  if (typeof contents === 'string') throw new Error(contents);
  return contents;
}

describe('a scenario that is opened and saved', () => {
  test('stays the same, whoever calls', () => {
    expect(toScenario(open(SCENARIO))).toEqual(SCENARIO);
  });

  test('keeps every flag', () => {
    const flags = Object.fromEntries(
      Object.entries(POLICY_SET_FLAGS).map(([name, { words }]) => [name, words[0] ?? true]),
    );
    expect(toScenario(open({ ...SCENARIO, flags })).flags).toEqual(flags);
  });

  test('keeps several policies of its resource, and decides by all of them', () => {
    const policies = { ...SCENARIO.policies, resource: [READ, { ...READ, Version: '2012-10-17' }] };
    const contents = open({ ...SCENARIO, policies });
    expect(toScenario(contents).policies).toEqual(policies);
    const workspace = assemble(contents.slots, contents);
    expect(workspace.ok && workspace.policies.resource).toHaveLength(2);
    expect(workspace.ok && [...workspace.places.keys()]).toContain('/resource/1');
  });
});

test('S171: a default key policy is written out', () => {
  const policies = { ...SCENARIO.policies, resource: { default: 'key-policy' } };
  const resource = 'arn:aws-cn:kms:cn-north-1:111122223333:key/k';
  expect(open({ ...SCENARIO, resource, policies }).slots[0]?.text).toContain(
    'arn:aws-cn:iam::111122223333:root',
  );
});

test('S210: what lies behind an access point keeps its policy, or that it has none', () => {
  const underlying = ['arn:aws:s3:::a', { resource: 'arn:aws:s3:::b', resourceAccount: '111122223333' }];
  const policies = { ...SCENARIO.policies, resource: [READ, null, READ] };
  const scenario = { ...SCENARIO, underlying, policies };
  const contents = open(scenario);
  expect(toScenario(contents)).toEqual(scenario);
  const workspace = assemble(contents.slots, contents);
  expect(workspace.ok && [...workspace.places.keys()]).toEqual(['/resource/0', '/underlying/1', '/resource']);
  expect(workspace.ok && workspace.policies.underlying?.map((policy) => policy?.statements.length)).toEqual([
    undefined,
    1,
  ]);
  // It is no policy of the access point, though nothing is behind it any more.
  const alone = assemble(contents.slots, { ...contents, request: { ...contents.request, underlying: [] } });
  expect(alone.ok && [...alone.places.keys()]).toEqual(['/resource/0', '/resource']);
});

test('S208: grants are kept, and take part', () => {
  const grants = [{ grantee: 'arn:aws:iam::111122223333:user/ada', operations: ['Decrypt'] }];
  const contents = open({ ...SCENARIO, policies: { ...SCENARIO.policies, grants } });
  expect(toScenario(contents).policies.grants).toEqual(grants);
  const workspace = assemble(contents.slots, contents);
  expect(workspace.ok && workspace.policies.grants).toMatchObject(grants);
  const half = { ...contents, request: { ...contents.request, grants: '[{' } };
  expect(toScenario(half).policies.grants).toBe('[{');
  expect(assemble(half.slots, half)).toMatchObject({ ok: true, policies: { grants: undefined } });
});

test('documents with errors are opened, whatever they are', () => {
  const policies = { ...SCENARIO.policies, identity: [1, '{', { Statement: { Effect: 'Maybe' } }] };
  const contents = open({ ...SCENARIO, policies });
  expect(contents.slots.map(({ text }) => text).slice(0, 2)).toEqual(['1', '{']);
  expect(toScenario(contents).policies.identity).toEqual(policies.identity);
  expect(assemble(contents.slots, contents).ok).toBe(false);
});

test('S168: a level from which all SCPs are detached stays one', () => {
  const all = { Statement: [{ Sid: 'All', Effect: 'Allow', Action: '*', Resource: '*' }] };
  const scps = [[], [all]];
  const contents = open({ ...SCENARIO, policies: { ...SCENARIO.policies, scps } });
  const levels = contents.slots.filter(({ kind }) => kind === 'scp').map(({ level, name }) => [level, name]);
  expect(levels).toEqual([
    [1, 'All'],
    [0, 'no SCP'],
  ]);
  const workspace = assemble(contents.slots, contents);
  expect(workspace.ok && workspace.policies.scps?.map(([policy]) => policy?.statements.length)).toEqual([
    0, 1,
  ]);
});

test('a number in a document keeps its spelling', () => {
  const text = JSON.stringify({ ...SCENARIO, policies: { identity: [{ Statement: [] }] } });
  const contents = fromScenario(text.replace('"Statement":[]', '"Statement":[1.0]'));
  expect(typeof contents === 'string' ? contents : contents.slots[0]?.text).toContain('1.0');
});

test('a scenario of a call is opened as the call', () => {
  const text = JSON.stringify({
    ...SCENARIO,
    principal: 'arn:aws:iam::111122223333:user/alice',
    action: undefined,
    resource: undefined,
    operation: 'ecs:RunTask',
    input: { taskDefinition: 'web:7' },
    region: 'eu-central-1',
  });
  const contents = fromScenario(text);
  expect(typeof contents === 'string' ? contents : contents.call).toEqual({
    operation: 'ecs:RunTask',
    input: '{\n  "taskDefinition": "web:7"\n}',
    region: 'eu-central-1',
  });
});

test.each([
  ['{ nonsense', 'it is not JSON (1:3: '],
  ['[]', 'it holds no scenario'],
  ['42', '1:1: a scenario must be an object, found `42`'],
  ['{"policies":{}}', '1:1: a scenario needs `principal`; 2 more'],
  [
    JSON.stringify({ ...SCENARIO, policies: { identity: {} } }),
    '1:189: `identity` must be an array, found an object',
  ],
  [
    JSON.stringify({ ...SCENARIO, action: undefined, resource: undefined, operation: 'ecs:RunTask' }),
    'the caller of an operation has no account',
  ],
  [JSON.stringify({ ...SCENARIO, flag: {} }), ': unknown member `flag` (did you mean `flags`?)'],
])('what would show another decision than the scenario’s is not opened: %s', (text, message) => {
  expect(fromScenario(text)).toContain(message);
});
