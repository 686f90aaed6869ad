import { describe, expect, test } from 'vitest';
import { readScenarios } from './readScenarios.ts';

const scenario = {
  id: 'A1',
  principal: 'arn:aws:iam::111122223333:user/alice',
  action: 'ecs:RunTask',
  resource: '*',
  context: {},
  policies: {
    identity: [{ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 'ecs:*', Resource: '*' } }],
    resource: null,
    vpcEndpoint: null,
  },
  expected: 'Allow',
};

/** The one finding about the scenario with some members replaced: its code, path and the text at its range. */
function finding(changes: object): readonly (string | undefined)[] {
  const text = JSON.stringify({ ...scenario, ...changes });
  const [reading] = readScenarios(text).scenarios;
  expect(reading?.ok).toBe(false);
  expect(reading?.diagnostics).toHaveLength(1);
  const [diagnostic] = reading?.diagnostics ?? [];
  const { start, end } = diagnostic?.range ?? {};
  return [diagnostic?.code, diagnostic?.path, text.slice(start?.offset, end?.offset)];
}

test('one object and an array of objects are read', () => {
  expect(readScenarios(JSON.stringify(scenario)).scenarios).toMatchObject([
    { ok: true, id: 'A1', pointer: '' },
  ]);
  const two = readScenarios(JSON.stringify([scenario, { ...scenario, id: 'A2' }]), { file: 'f.json' });
  expect(two).toMatchObject({ file: 'f.json', scenarios: [{ pointer: '/0' }, { pointer: '/1', id: 'A2' }] });
});

test('null and absent layers are no layers, a lone endpoint policy is a list of one', () => {
  const endpoint = { Statement: { Effect: 'Allow', Action: '*', Resource: '*', Principal: '*' } };
  const policies = { ...scenario.policies, vpcEndpoint: endpoint };
  const [plain, withEndpoint] = readScenarios(
    JSON.stringify([scenario, { ...scenario, policies }]),
  ).scenarios;
  expect(plain?.ok && plain.scenario.policies).toMatchObject({
    resource: undefined,
    vpcEndpoint: undefined,
    scps: undefined,
  });
  expect(withEndpoint?.ok && withEndpoint.scenario.policies.vpcEndpoint).toHaveLength(1);
});

test('S18: numbers of the context keep their spelling', () => {
  const text = JSON.stringify(scenario).replace('"context":{}', '"context":{"a":1e3,"b":[true,0.10]}');
  const [reading] = readScenarios(text).scenarios;
  expect(reading?.ok && reading.scenario.request.context).toEqual({ a: '1e3', b: [true, '0.10'] });
});

describe('each mistake is one finding with its place', () => {
  test.each([
    [
      'principal without account',
      { principal: 'arn:aws:iam:::user/a' },
      'scenario-principal',
      '/principal',
      '"arn:aws:iam:::user/a"',
    ],
    [
      'principal of two members',
      { principal: { service: 'a', federated: 'b' } },
      'scenario-principal',
      '/principal',
      '{"service":"a","federated":"b"}',
    ],
    ['wildcard action', { action: 'ecs:*' }, 'scenario-action', '/action', '"ecs:*"'],
    ['resource that is no ARN', { resource: 'jobs' }, 'scenario-resource', '/resource', '"jobs"'],
    ['short account', { resourceAccount: '1' }, 'scenario-account', '/resourceAccount', '"1"'],
    ['null context value', { context: { 'a/b': null } }, 'scenario-context', '/context/a~1b', 'null'],
    ['nested context value', { context: { a: [[]] } }, 'scenario-context', '/context/a', '[[]]'],
    ['list as context', { context: [] }, 'scenario-shape', '/context', '[]'],
    ['no decision', { expected: 'Deny' }, 'scenario-expected', '/expected', '"Deny"'],
    ['number as id', { id: 1 }, 'scenario-shape', '/id', '1'],
    [
      'slip in a name',
      { resourceAcount: '111122223333' },
      'scenario-unknown-member',
      '/resourceAcount',
      '"resourceAcount"',
    ],
    [
      'unknown layer',
      { policies: { identities: [] } },
      'scenario-unknown-member',
      '/policies/identities',
      '"identities"',
    ],
    ['document as layer', { policies: { identity: {} } }, 'scenario-shape', '/policies/identity', '{}'],
    ['flat SCPs', { policies: { scps: [{}] } }, 'scenario-shape', '/policies/scps/0', '{}'],
    [
      'wrong flag',
      { flags: { serviceLinkedRole: 'yes' } },
      'scenario-shape',
      '/flags/serviceLinkedRole',
      '"yes"',
    ],
    [
      'wrong kind',
      { flags: { resourcePolicyKind: 's3' } },
      'scenario-flag',
      '/flags/resourcePolicyKind',
      '"s3"',
    ],
    ['missing member', { action: undefined }, 'scenario-missing-member', '', undefined],
  ])('%s', (...[, changes, code, path, source]) => {
    const found = finding(changes);
    expect(found.slice(0, 2)).toEqual([code, path]);
    if (source !== undefined) expect(found[2]).toBe(source);
  });

  test('an unknown operator inside a policy', () => {
    const Statement = { Effect: 'Deny', Action: '*', Resource: '*', Condition: { StringEqual: { k: 'v' } } };
    const path = '/policies/identity/0/Statement/Condition/StringEqual';
    expect(finding({ policies: { identity: [{ Statement }] } })).toEqual([
      'invalid-condition-operator',
      path,
      '"StringEqual"',
    ]);
  });
});

test('a note that the format does not know is a warning', () => {
  const [reading] = readScenarios(JSON.stringify({ ...scenario, reviewedBy: 'me' })).scenarios;
  expect(reading).toMatchObject({
    ok: true,
    diagnostics: [{ code: 'scenario-unknown-member', severity: 'warning' }],
  });
});

test('S8: a repeated member is an error', () => {
  const text = JSON.stringify(scenario).replace('"context"', '"action":"ecs:StopTask","context"');
  const [reading] = readScenarios(text).scenarios;
  expect(reading).toMatchObject({
    ok: false,
    diagnostics: [{ code: 'scenario-duplicate-member', path: '/action' }],
  });
});

test('one bad scenario does not stop the others', () => {
  const { scenarios, diagnostics } = readScenarios(
    JSON.stringify([1, scenario, { id: 'A2' }, { ...scenario, id: 'A1' }]),
  );
  expect(diagnostics).toEqual([]);
  expect(scenarios.map(({ ok, id }) => [ok, id])).toEqual([
    [false, '#0'],
    [true, 'A1'],
    [false, 'A2'],
    [true, 'A1'],
  ]);
  expect(scenarios[3]?.diagnostics).toMatchObject([{ code: 'scenario-duplicate-id', severity: 'warning' }]);
});

test('S74: keys that differ in case are both kept', () => {
  const [reading] = readScenarios(
    JSON.stringify({ ...scenario, context: { a: '1', A: '2', __proto__x: '3' } }),
  ).scenarios;
  expect(reading?.ok && Object.keys(reading.scenario.request.context ?? {})).toEqual([
    'a',
    'A',
    '__proto__x',
  ]);
});

test('a key named __proto__ is an ordinary key', () => {
  const text = JSON.stringify(scenario).replace('"context":{}', '"context":{"__proto__":"x"}');
  const [reading] = readScenarios(text).scenarios;
  expect(reading?.ok && Object.entries(reading.scenario.request.context ?? {})).toEqual([['__proto__', 'x']]);
});

describe('hostile files are reported, not thrown', () => {
  test.each([
    ['nothing', '', 'json-syntax-error'],
    ['broken', '[{"id": "A1", ', 'json-syntax-error'],
    ['nested 10,000 deep', '['.repeat(10_000) + ']'.repeat(10_000), 'json-too-deep'],
    ['large', `"${'x'.repeat(20_000_000)}"`, 'json-too-large'],
  ])('%s', (...[, text, code]) => {
    const { scenarios, diagnostics } = readScenarios(text);
    expect(scenarios).toEqual([]);
    expect(diagnostics[0]?.code).toBe(code);
  });

  test('10 MB of scenarios that are none', () => {
    const { scenarios } = readScenarios(`[${'{},'.repeat(100_000)}1]`);
    expect(scenarios).toHaveLength(100_001);
    expect(scenarios.some((reading) => reading.ok)).toBe(false);
  });
});
