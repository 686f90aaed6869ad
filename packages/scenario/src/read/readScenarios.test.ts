import { POLICY_SET_FLAGS, type PolicySet } from '@policywright/evaluator';
import type { Policy } from '@policywright/policy';
import { describe, expect, test } from 'vitest';
import { actionScenario } from './actionScenario.ts';
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

const key = 'arn:aws-cn:kms:cn-north-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const grant = { grantee: 'arn:aws:iam::444455556666:role/reader', operations: ['Decrypt'] };

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

/** The policies of the scenario with some members replaced. */
function policiesOf(changes: object): PolicySet {
  const [reading] = readScenarios(JSON.stringify({ ...scenario, ...changes })).scenarios;
  expect(reading?.diagnostics).toEqual([]);
  return reading?.ok ? reading.scenario.policies : {};
}

test('every flag is read', () => {
  const flags = Object.fromEntries(
    Object.entries(POLICY_SET_FLAGS).map(([name, { words }]) => [name, words.at(-1) ?? true]),
  );
  expect(policiesOf({ flags }).flags).toEqual(flags);
  expect(Object.keys(flags)).toHaveLength(11);
});

test('a slip in a flag or its value is told the closest', () => {
  const text = JSON.stringify({ ...scenario, flags: { endpointTyp: 'x', credentials: 'consol' } });
  const helps = readScenarios(text).scenarios[0]?.diagnostics.map(({ message, help }) => [message, help]);
  expect(helps).toEqual([
    ['unknown member `endpointTyp`', 'did you mean `endpointType`?'],
    ['`credentials` cannot be `consol`', 'did you mean `console`?'],
  ]);
});

test('S208: grants are read whole', () => {
  const grants = [
    { ...grant, encryptionContextSubset: { a: '1' } },
    { ...grant, grantee: { service: 'ebs.amazonaws.com' }, sourceArn: 'arn:aws:ec2:eu-west-1:1:volume/v' },
  ];
  expect(policiesOf({ policies: { grants } }).grants).toEqual(grants);
  expect(policiesOf({ policies: { grants: null } }).grants).toBeUndefined();
});

test('S171: the default policy of a key is that of its account and partition', () => {
  const policies = { resource: { default: 'key-policy' } };
  const principalOf = ({ resource }: PolicySet): unknown =>
    (resource as Policy | undefined)?.statements[0]?.principal?.entries[0]?.value;
  expect(principalOf(policiesOf({ resource: key, policies }))).toBe('arn:aws-cn:iam::111122223333:root');
  const elsewhere = { resource: key, resourceAccount: '444455556666', policies };
  expect(principalOf(policiesOf(elsewhere))).toBe('arn:aws-cn:iam::444455556666:root');
});

describe('S210: several resource policies', () => {
  const document = { Statement: { Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: '*' } };
  const shape = (set: PolicySet): unknown => [
    Array.isArray(set.resource) ? set.resource.length : typeof set.resource,
    set.underlying?.map((policy) => typeof policy),
  ];

  test('without `underlying`, all are of the resource', () => {
    expect(shape(policiesOf({ policies: { resource: [document, document] } }))).toEqual([2, undefined]);
  });

  test('with it, the first is the own of the resource, and any may be missing', () => {
    const underlying = ['arn:aws:s3:::b', { resource: 'arn:aws:s3:::c', resourceAccount: '111122223333' }];
    const set = policiesOf({ underlying, policies: { resource: [null, document] } });
    expect(shape(set)).toEqual(['undefined', ['object']]);
    expect(shape(policiesOf({ underlying, policies: { resource: document } }))).toEqual([
      'object',
      undefined,
    ]);
    const [reading] = readScenarios(JSON.stringify({ ...scenario, underlying })).scenarios;
    expect(actionScenario(reading)?.request.underlying).toEqual([
      { resource: 'arn:aws:s3:::b' },
      { resource: 'arn:aws:s3:::c', resourceAccount: '111122223333' },
    ]);
  });
});

test('S18: numbers of the context keep their spelling', () => {
  const text = JSON.stringify(scenario).replace('"context":{}', '"context":{"a":1e3,"b":[true,0.10]}');
  const [reading] = readScenarios(text).scenarios;
  expect(actionScenario(reading)?.request.context).toEqual({ a: '1e3', b: [true, '0.10'] });
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
    [
      'slip in a flag',
      { flags: { federatedByRot: true } },
      'scenario-unknown-member',
      '/flags/federatedByRot',
      '"federatedByRot"',
    ],
    [
      'wrong credentials',
      { flags: { credentials: 'session-tokens' } },
      'scenario-flag',
      '/flags/credentials',
      '"session-tokens"',
    ],
    [
      'grant of an operation that grants lack',
      { policies: { grants: [{ ...grant, operations: ['Decrypt', 'ScheduleKeyDeletion'] }] } },
      'scenario-grant',
      '/policies/grants/0/operations/1',
      '"ScheduleKeyDeletion"',
    ],
    [
      'grant to everybody',
      { policies: { grants: [{ ...grant, grantee: '*' }] } },
      'scenario-grant',
      '/policies/grants/0/grantee',
      '"*"',
    ],
    [
      'grant without operations',
      { policies: { grants: [{ grantee: grant.grantee }] } },
      'scenario-missing-member',
      '/policies/grants/0',
      undefined,
    ],
    [
      'slip in a grant',
      { policies: { grants: [{ ...grant, sourceARN: 'x' }] } },
      'scenario-unknown-member',
      '/policies/grants/0/sourceARN',
      '"sourceARN"',
    ],
    [
      'number in an encryption context',
      { policies: { grants: [{ ...grant, encryptionContextEquals: { a: 1 } }] } },
      'scenario-shape',
      '/policies/grants/0/encryptionContextEquals/a',
      '1',
    ],
    [
      'default policy of what is no key',
      { policies: { resource: { default: 'key-policy' } } },
      'scenario-default-policy',
      '/policies/resource',
      '{"default":"key-policy"}',
    ],
    [
      'unknown default policy',
      { resource: key, policies: { resource: { default: 'bucket-policy' } } },
      'scenario-default-policy',
      '/policies/resource/default',
      '"bucket-policy"',
    ],
    [
      'default policy with a document',
      { resource: key, policies: { resource: { default: 'key-policy', Statement: [] } } },
      'scenario-unknown-member',
      '/policies/resource/Statement',
      '"Statement"',
    ],
    [
      'policy of no resource',
      { underlying: ['arn:aws:s3:::b'], policies: { resource: [null, null, null] } },
      'scenario-underlying',
      '/policies/resource/2',
      'null',
    ],
    [
      'no policy among several of one resource',
      { policies: { resource: [null] } },
      'null-value',
      '/policies/resource/0',
      'null',
    ],
    [
      'underlying resource that is no ARN',
      { underlying: ['bucket'], policies: { resource: [{ default: 'key-policy' }, null, null] } },
      'scenario-resource',
      '/underlying/0',
      '"bucket"',
    ],
    [
      'underlying resource without its ARN',
      { underlying: [{ resourceAccount: '111122223333' }] },
      'scenario-missing-member',
      '/underlying/0',
      '{"resourceAccount":"111122223333"}',
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

describe('what the scenarios of a file share', () => {
  const { id, ...request } = scenario;
  const { policies, expected, ...asked } = request;
  const read = (shared: object, own: object): ReturnType<typeof readScenarios> =>
    readScenarios(JSON.stringify({ ...shared, scenarios: [own] }));

  test('is the request, the policies, the flags, the decision, the rule and the source', () => {
    const flags = { serviceLinkedRole: true };
    const shared = { ...asked, policies, expected, flags, rule: 'S1', source: 'a page', $schema: 'a.json' };
    const file = read(shared, { id });
    expect(file.diagnostics).toEqual([]);
    expect(file.scenarios).toMatchObject([
      {
        ok: true,
        id: 'A1',
        diagnostics: [],
        scenario: { rule: 'S1', source: 'a page', expected, policies: { flags } },
      },
    ]);
  });

  test('is nothing that tells one scenario from the others', () => {
    for (const name of ['id', 'title', 'why', 'confidence'] as const) {
      const { diagnostics } = read({ ...request, [name]: 'x' }, { id });
      expect(diagnostics).toMatchObject([{ code: 'scenario-unknown-member', path: `/${name}` }]);
    }
  });

  test('gives way to what a scenario says itself', () => {
    const file = read(
      { ...request, action: 'ecs:StopTask', rule: 'S1' },
      { id, action: 'ecs:RunTask', rule: 'S2' },
    );
    expect(file.scenarios).toMatchObject([
      { ok: true, scenario: { rule: 'S2', request: { action: 'ecs:RunTask' } } },
    ]);
  });
});

test('a scenario takes every note that the format has', () => {
  const notes = { title: 'a', rule: 'b', why: 'c', confidence: 'd', source: 'e', $schema: 'f' };
  const [reading] = readScenarios(JSON.stringify({ ...scenario, ...notes })).scenarios;
  expect(reading?.diagnostics).toEqual([]);
  const { $schema: _, confidence: __, ...told } = notes;
  expect(reading?.ok && reading.scenario).toMatchObject(told);
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
  expect(Object.keys(actionScenario(reading)?.request.context ?? {})).toEqual(['a', 'A', '__proto__x']);
});

test('a key named __proto__ is an ordinary key', () => {
  const text = JSON.stringify(scenario).replace('"context":{}', '"context":{"__proto__":"x"}');
  const [reading] = readScenarios(text).scenarios;
  expect(Object.entries(actionScenario(reading)?.request.context ?? {})).toEqual([['__proto__', 'x']]);
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
