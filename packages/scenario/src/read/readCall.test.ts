import type { Policy } from '@policywright/policy';
import { describe, expect, test } from 'vitest';
import type { CallRunner } from '../model/callRunner.ts';
import type { CallScenario } from '../model/callScenario.ts';
import { formatScenarioJunit } from '../format/formatScenarioJunit.ts';
import { deriveScenarios } from '../run/deriveScenario.ts';
import { runScenarios } from '../run/runScenarios.ts';
import { readScenarios } from './readScenarios.ts';

const ROLE = 'arn:aws:iam::111122223333:role/web-task';
const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1';
const TRUST = {
  Version: '2012-10-17',
  Statement: {
    Effect: 'Allow',
    Principal: { Service: 'ecs-tasks.amazonaws.com' },
    Action: 'sts:AssumeRole',
  },
};
const call = {
  id: 'runs',
  principal: 'arn:aws:iam::111122223333:role/deploy',
  operation: 'ecs:RunTask',
  input: { cluster: 'shop', count: 2, taskDefinition: 'web:7', tags: [{ key: 'a', value: null }] },
  context: { 'aws:RequestedRegion': 'eu-west-1' },
  policies: { identity: [{ Statement: { Effect: 'Allow', Action: '*', Resource: '*' } }] },
  expected: 'Depends',
};

/** The call of a file with one scenario, which has no findings. */
function callOf(changes: object): CallScenario {
  const [reading] = readScenarios(JSON.stringify({ ...call, ...changes })).scenarios;
  expect(reading?.diagnostics).toEqual([]);
  if (!reading?.ok || reading.asks !== 'operation') throw new Error('it is no call');
  return reading.scenario;
}

/** The findings about the scenario with some members replaced: code, text at the place, message and help. */
function findings(changes: object, calls?: CallRunner): readonly (readonly (string | undefined)[])[] {
  const text = JSON.stringify({ ...call, ...changes });
  const [reading] = readScenarios(text, { calls }).scenarios;
  expect(reading?.ok).toBe(reading?.diagnostics.every(({ severity }) => severity === 'warning'));
  return (reading?.diagnostics ?? []).map(({ code, message, help, range }) => [
    code,
    text.slice(range?.start.offset, range?.end.offset),
    message,
    help,
  ]);
}

function runner(changes: Partial<CallRunner>): CallRunner {
  return { diagnose: () => [], decide: () => 'Depends', requests: () => [], ...changes };
}

describe('a call is read', () => {
  test('with its input as the API has it, and the account of the caller', () => {
    expect(callOf({}).call).toEqual({
      operation: 'ecs:RunTask',
      input: call.input,
      principal: call.principal,
      account: '111122223333',
      partition: 'aws',
      region: 'eu-west-1',
      context: call.context,
    });
    expect(callOf({}).perhaps).toBe('count');
    expect(callOf({ perhaps: 'ignore' }).perhaps).toBe('ignore');
  });

  test('the Region is told, or that of the context, or not known', () => {
    expect(callOf({ region: 'us-east-1' }).call.region).toBe('us-east-1');
    expect(callOf({ context: {} }).call.region).toBeUndefined();
  });

  test('without input, it has none', () => {
    expect(callOf({ input: undefined }).call.input).toEqual({});
  });

  test.each([
    ['by ARN', { [ROLE]: { trust: TRUST, tags: { a: 'b' } }, [KEY]: { policy: { default: 'key-policy' } } }],
    [
      'as a list',
      [
        { arn: ROLE, trust: TRUST, tags: { a: 'b' } },
        { arn: KEY, policy: { default: 'key-policy' } },
      ],
    ],
  ])('the world is read %s', (_, world) => {
    const { world: known } = callOf({ world });
    expect(known.tagsOf(ROLE)).toEqual({ a: 'b' });
    expect(known.trustOf(ROLE)?.statements).toHaveLength(1);
    expect(known.policyOf(KEY)?.statements).toHaveLength(1);
    expect(known.policyOf(ROLE)).toBeUndefined();
    expect(known.tagsOf(KEY)).toBeUndefined();
  });

  test('an instance profile is known by ARN and by name', () => {
    const profile = 'arn:aws:iam::111122223333:instance-profile/web';
    const { world } = callOf({ world: { [profile]: { role: ROLE } } });
    expect(world.roleOfProfile('web')).toBe(ROLE);
    expect(world.roleOfProfile(profile)).toBe(ROLE);
    expect(world.roleOfProfile('b')).toBeUndefined();
    expect(callOf({ world: { web: { role: ROLE } } }).world.roleOfProfile('web')).toBe(ROLE);
  });

  test('what the scenarios of a file share counts for calls as well', () => {
    const { id, operation, ...shared } = call;
    const file = readScenarios(JSON.stringify({ ...shared, scenarios: [{ id, operation }] }));
    expect(file.diagnostics).toEqual([]);
    expect(file.scenarios).toMatchObject([{ ok: true, asks: 'operation', id: 'runs' }]);
  });
});

describe('what cannot be a call is reported where it stands', () => {
  test.each<readonly [string, object, readonly (string | undefined)[]]>([
    [
      'an operation of no form',
      { operation: 'RunTask' },
      [
        'scenario-operation',
        '"RunTask"',
        '`RunTask` is no operation',
        'write PREFIX:OPERATION, such as `ecs:RunTask`',
      ],
    ],
    [
      'an action beside the operation',
      { action: 'ecs:RunTask' },
      [
        'scenario-operation',
        '"ecs:RunTask"',
        '`action` stands beside `operation`',
        'an operation asks for its actions itself; leave one of them out',
      ],
    ],
    [
      'a resource beside the operation',
      { resource: '*' },
      [
        'scenario-operation',
        '"*"',
        '`resource` stands beside `operation`',
        'the input names the resources of a call; leave one of them out',
      ],
    ],
    [
      'an input that is a list',
      { input: [1] },
      ['scenario-shape', '[1]', '`input` must be an object, found an array', undefined],
    ],
    [
      'a caller without account',
      { principal: 'anonymous' },
      [
        'scenario-principal',
        '"anonymous"',
        'the caller of an operation has no account',
        'write the ARN of a user, role or role session',
      ],
    ],
    [
      'a key policy that could be of any key',
      { policies: { resource: { default: 'key-policy' } } },
      [
        'scenario-default-policy',
        '{"default":"key-policy"}',
        'a call may use several keys, and nothing says which one has its default policy',
        'write it in `world`: { "ARN of the key": { "policy": { "default": "key-policy" } } }',
      ],
    ],
    [
      'grants that could be of any key',
      { policies: { grants: [] } },
      [
        'scenario-grant',
        '[]',
        'a call may use several keys, and nothing says of which one the grants are',
        'ask for the action on the key instead: `"action": "kms:Decrypt", "resource": ARN of the key`',
      ],
    ],
    [
      'a decision that is none',
      { expected: 'Denied' },
      [
        'scenario-expected',
        '"Denied"',
        '`Denied` is no decision',
        'a decision is `Allow` or `ExplicitDeny` or `ImplicitDeny` or `Depends`',
      ],
    ],
    [
      'a slip in a member of the world',
      { world: { [ROLE]: { trusts: {} } } },
      ['scenario-unknown-member', '"trusts"', 'unknown member `trusts`', 'did you mean `trust`?'],
    ],
    [
      'a resource policy of a role',
      { world: { [ROLE]: { policy: TRUST } } },
      [
        'scenario-world',
        JSON.stringify(TRUST),
        '`policy` cannot be here',
        'a role has a trust policy: `trust`',
      ],
    ],
    [
      'a trust policy of a key',
      { world: { [KEY]: { trust: TRUST } } },
      ['scenario-world', JSON.stringify(TRUST), '`trust` cannot be here', 'only a role has a trust policy'],
    ],
    [
      'a key that is none',
      { world: { 'arn:aws:s3:::b': { keyArn: 'alias/b' } } },
      [
        'scenario-world',
        '"alias/b"',
        '`keyArn` is `alias/b`, expected the ARN of a KMS key, or `none`',
        undefined,
      ],
    ],
    [
      'roles that are none',
      { world: { 'arn:aws:s3:::b': { roles: [ROLE, 'web'] } } },
      ['scenario-world', '"web"', '`roles` is `web`, expected ARNs of roles', undefined],
    ],
    [
      'a resource twice',
      { world: [{ arn: ROLE }, { arn: ROLE, tags: {} }] },
      ['scenario-world', JSON.stringify({ arn: ROLE, tags: {} }), `\`${ROLE}\` is there twice`, undefined],
    ],
    [
      'another member of the world, by ARN',
      { world: { [ROLE]: { zzzz: 1 } } },
      [
        'scenario-unknown-member',
        '"zzzz"',
        'unknown member `zzzz`',
        'known are account, tags, policy, trust, keyArn, roles, role, underlying',
      ],
    ],
    [
      'another member of the world, in a list',
      { world: [{ arn: ROLE, zzzz: 1 }] },
      [
        'scenario-unknown-member',
        '"zzzz"',
        'unknown member `zzzz`',
        'known are arn, account, tags, policy, trust, keyArn, roles, role, underlying',
      ],
    ],
    [
      'a world by name',
      { world: { web: { tags: {} } } },
      [
        'scenario-world',
        '{"tags":{}}',
        '`web` is no ARN',
        'what is known of resources stands by their ARNs: { "arn:…": { "tags": {} } }',
      ],
    ],
    [
      'a slip in `operation` beside nothing else',
      {
        operation: undefined,
        operaton: 'ecs:RunTask',
        action: 'ecs:RunTask',
        resource: '*',
        expected: 'Allow',
        input: undefined,
      },
      ['scenario-unknown-member', '"operaton"', 'unknown member `operaton`', 'did you mean `operation`?'],
    ],
  ])('%s', (_, changes, finding) => {
    expect(findings(changes)).toEqual([finding]);
  });

  test('`Depends` and `input` are of calls alone', () => {
    const found = findings({ operation: undefined, action: 'ecs:RunTask', resource: '*' });
    expect(found.map(([code, , message]) => [code, message])).toEqual([
      ['scenario-operation', '`input` belongs to a scenario with `operation`'],
      ['scenario-expected', '`Depends` is an answer to an operation, not to an action'],
    ]);
  });

  test('what the runner finds stands at the member that it is about, or at the nearest one that is there', () => {
    const diagnose: CallRunner['diagnose'] = () => [
      { severity: 'error', path: '/operation', message: 'one', help: 'mend it' },
      { severity: 'error', path: '/input/taskDefinition', message: 'two' },
      { severity: 'warning', path: '/input/group', message: 'three' },
      { severity: 'error', path: '/policies/resource', message: 'four' },
    ];
    expect(findings({}, runner({ diagnose }))).toEqual([
      ['scenario-operation', '"ecs:RunTask"', 'one', 'mend it'],
      ['scenario-input', '"web:7"', 'two', undefined],
      ['scenario-input', JSON.stringify(call.input), 'three', undefined],
      ['scenario-world', JSON.stringify(call.policies), 'four', undefined],
    ]);
  });

  test('the runner is not asked about what could not be read', () => {
    const diagnose = (): never => {
      throw new Error('it was asked');
    };
    expect(findings({ expected: 'no' }, runner({ diagnose }))).toHaveLength(1);
  });
});

describe('a call is run', () => {
  const file = readScenarios(JSON.stringify([call, { ...call, id: 'wrong', expected: 'Allow' }]));

  test('by the runner that is handed in', () => {
    const report = runScenarios([file], undefined, runner({}));
    expect(report.results).toEqual([
      { file: '-', id: 'runs', passed: true, expected: 'Depends', actual: 'Depends' },
      { file: '-', id: 'wrong', passed: false, expected: 'Allow', actual: 'Depends' },
    ]);
    expect(formatScenarioJunit(report)).toContain('<failure message="expected Allow, got Depends"/>');
  });

  test('without one it fails, and says so', () => {
    const [result] = runScenarios([file]).results;
    expect(result).toMatchObject({ passed: false, expected: 'Depends', actual: null });
    expect(result?.error).toContain('`policywright test` decides it');
  });

  test('its context is left as it is: whoever decides it derives what it tells', () => {
    expect(deriveScenarios(file).scenarios[0]).toBe(file.scenarios[0]);
  });

  test('references in the world are read', () => {
    const policy = { statements: [] } as unknown as Policy;
    const references = { resolve: () => ({ ok: true, policies: [policy], warnings: [] }) as const };
    const text = JSON.stringify({ ...call, world: { [ROLE]: { trust: { file: 'trust.json' } } } });
    const [reading] = readScenarios(text, { references }).scenarios;
    expect(reading?.ok && reading.asks === 'operation' && reading.scenario.world.trustOf(ROLE)).toBe(policy);
  });

  test('a reference in the world to several policies is none', () => {
    const policy = { statements: [] } as unknown as Policy;
    const references = { resolve: () => ({ ok: true, policies: [policy, policy], warnings: [] }) as const };
    const text = JSON.stringify({ ...call, world: { [ROLE]: { trust: { file: 'trust.json' } } } });
    const [reading] = readScenarios(text, { references }).scenarios;
    expect(reading?.diagnostics).toMatchObject([
      {
        code: 'scenario-reference',
        message: 'the reference leads to more than one policy, where one is meant',
        help: 'name a single one of them as `resource`',
      },
    ]);
    expect(reading?.ok).toBe(false);
  });
});
