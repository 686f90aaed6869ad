import { parseJson } from '@policywright/policy';
import { describe, expect, test } from 'vitest';
import { measureCoverage } from '../coverage/measureCoverage.ts';
import type { Scenario } from '../model/scenario.ts';
import type { ScenarioDiagnostic } from '../model/scenarioDiagnostic.ts';
import { actionScenario } from '../read/actionScenario.ts';
import { readScenarios } from '../read/readScenarios.ts';
import { decideScenario } from '../run/runScenarios.ts';
import type { ReferencedFile, ReferenceSources } from './referenceSources.ts';
import { policyReferences } from './resolveReference.ts';
import { scenarioReferences } from './scenarioReferences.ts';

const ALLOW_ALL = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } };
const allowing = (action: string, resource: unknown = '*'): object => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: action, Resource: resource }],
});
const TRUST = {
  Version: '2012-10-17',
  Statement: {
    Effect: 'Allow',
    Principal: { Service: 'ecs-tasks.amazonaws.com' },
    Action: 'sts:AssumeRole',
  },
};

const TEMPLATE = {
  Resources: {
    DeployRole: {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: TRUST,
        ManagedPolicyArns: [
          { 'Fn::Sub': 'arn:${AWS::Partition}:iam::aws:policy/service-role/LogReader' },
          { Ref: 'Extra' },
        ],
        PermissionsBoundary: { Ref: 'Limit' },
        Policies: [
          {
            PolicyName: 'inline',
            PolicyDocument: allowing('s3:GetObject', [
              { 'Fn::Sub': '${Bucket.Arn}/*' },
              { 'Fn::Sub': 'arn:aws:s3:::logs-${AWS::Region}/*' },
            ]),
          },
        ],
      },
    },
    Bucket: { Type: 'AWS::S3::Bucket' },
    Extra: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: allowing('sqs:*') } },
    Hung: {
      Type: 'AWS::IAM::ManagedPolicy',
      Properties: { Roles: [{ Ref: 'DeployRole' }], PolicyDocument: allowing('sns:*') },
    },
    Limit: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: ALLOW_ALL } },
    Choice: {
      Type: 'AWS::IAM::ManagedPolicy',
      Properties: { PolicyDocument: allowing('ecs:*', { 'Fn::If': ['Prod', 'arn:aws:ecs:*', '*'] }) },
    },
    Circle: {
      Type: 'AWS::IAM::Role',
      Properties: { ManagedPolicyArns: [{ Ref: 'Circle' }, { Ref: 'Extra' }] },
    },
    Elsewhere: {
      Type: 'AWS::IAM::Role',
      Properties: { ManagedPolicyArns: [{ 'Fn::ImportValue': 'shared' }] },
    },
  },
};

const WITH_DEFAULTS = {
  Parameters: { Stage: { Type: 'String', Default: 'prod' }, Size: { Type: 'Number', Default: 2 }, Open: {} },
  Resources: {
    Named: {
      Type: 'AWS::IAM::ManagedPolicy',
      Properties: {
        PolicyDocument: allowing('s3:*', [
          { 'Fn::Sub': 'arn:aws:s3:::docs-${Stage}-${Size}-${Open}' },
          { 'Fn::GetAtt': ['Logs', 'Arn'] },
        ]),
      },
    },
    Logs: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'logs' } },
  },
};

const ACCOUNT = {
  UserDetailList: [
    {
      UserName: 'ada',
      Arn: 'arn:aws:iam::111122223333:user/ada',
      GroupList: ['admins'],
      UserPolicyList: [{ PolicyName: 'own', PolicyDocument: allowing('s3:*') }],
      AttachedManagedPolicies: [{ PolicyName: 'p', PolicyArn: 'arn:aws:iam::111122223333:policy/p' }],
    },
  ],
  GroupDetailList: [
    { GroupName: 'admins', GroupPolicyList: [{ PolicyName: 'of', PolicyDocument: allowing('iam:*') }] },
  ],
  Policies: [
    {
      PolicyName: 'p',
      Arn: 'arn:aws:iam::111122223333:policy/p',
      DefaultVersionId: 'v1',
      PolicyVersionList: [{ VersionId: 'v1', IsDefaultVersion: true, Document: allowing('ec2:*') }],
    },
  ],
};

const FILES: Readonly<Record<string, unknown>> = {
  'deploy.json': allowing('ecs:RunTask'),
  'template.json': TEMPLATE,
  'defaults.json': WITH_DEFAULTS,
  'account.json': ACCOUNT,
  'broken.json': { Version: '2012-10-17', Statement: [{ Effect: 'Alow', Action: '*', Resource: '*' }] },
  'spaces.json': allowing('ecs:RunTask '),
  'nothing.json': { a: 1 },
};

function found(file: string, document: unknown): ReferencedFile {
  const text = JSON.stringify(document, undefined, 2);
  const { node } = parseJson(text);
  return node === undefined ? { ok: false, message: 'no JSON' } : { ok: true, file, text, root: node };
}

const SOURCES: ReferenceSources = {
  file: (name) =>
    Object.hasOwn(FILES, name) ? found(name, FILES[name]) : { ok: false, message: 'no such file' },
  managed: (name, version) =>
    name === 'LogReader'
      ? found(`LogReader ${version ?? 'v3'}`, allowing('logs:*'))
      : { ok: false, message: `AWS has no managed policy ${name}` },
};

const SCENARIO = {
  id: 'A',
  principal: 'arn:aws:iam::111122223333:role/Deploy',
  action: 'ecs:RunTask',
  resource: '*',
  context: {},
  expected: 'Allow',
};
const VALUES = { Bucket: 'reports', 'AWS::Partition': 'aws', 'AWS::Region': 'eu-west-1' };

function read(policies: object): {
  scenario: Scenario | undefined;
  diagnostics: readonly ScenarioDiagnostic[];
} {
  const file = readScenarios(JSON.stringify({ ...SCENARIO, policies }), {
    references: policyReferences(SOURCES),
  });
  const [reading] = file.scenarios;
  const diagnostics = [...file.diagnostics, ...(reading?.diagnostics ?? [])];
  return { scenario: actionScenario(reading), diagnostics };
}

/** The actions of each identity-based policy that a reference leads to. */
function actionsOf(reference: object, layer: 'identity' | 'boundary' = 'identity'): readonly string[] {
  const { scenario, diagnostics } = read({ [layer]: [reference] });
  expect(diagnostics).toEqual([]);
  return (scenario?.policies[layer] ?? []).map((policy) => policy.statements[0]?.action?.values.join() ?? '');
}

/** The one error of a reference, with its help. */
function errorOf(reference: unknown): readonly (string | undefined)[] {
  const { scenario, diagnostics } = read({ identity: [reference] });
  expect(scenario).toBeUndefined();
  expect(diagnostics).toHaveLength(1);
  const [diagnostic] = diagnostics;
  expect(diagnostic?.path.startsWith('/policies/identity/0')).toBe(true);
  return [diagnostic?.code, diagnostic?.message, diagnostic?.help];
}

describe('a reference', () => {
  test('to a document is the document', () => {
    expect(actionsOf({ file: 'deploy.json' })).toEqual(['ecs:RunTask']);
    expect(decideScenario(read({ identity: [{ file: 'deploy.json' }] }).scenario as Scenario)).toBe('Allow');
  });

  test('to a role of a template is all that the role has, by its values', () => {
    const reference = { file: 'template.json', resource: 'DeployRole', values: VALUES };
    expect(actionsOf(reference)).toEqual(['s3:GetObject', 'sqs:*', 'sns:*', 'logs:*']);
    const { scenario } = read({ identity: [reference] });
    expect(scenario?.policies.identity?.[0]?.statements[0]?.resource?.values).toEqual([
      'arn:aws:s3:::reports/*',
      'arn:aws:s3:::logs-eu-west-1/*',
    ]);
  });

  test('to a role under `boundary` is its permissions boundary, under `resource` its trust policy', () => {
    const reference = { file: 'template.json', resource: 'DeployRole' };
    expect(actionsOf(reference, 'boundary')).toEqual(['*']);
    const { scenario } = read({ resource: reference });
    expect(scenario?.policies.resource).toMatchObject({
      statements: [{ principal: { entries: [{ value: 'ecs-tasks.amazonaws.com' }] } }],
    });
  });

  test('to a policy by its own name is that policy', () => {
    expect(actionsOf({ file: 'template.json', resource: 'Extra' })).toEqual(['sqs:*']);
    expect(actionsOf({ file: 'template.json', resource: 'DeployRole/inline', values: VALUES })).toEqual([
      's3:GetObject',
    ]);
  });

  test('to what a template attaches in a circle ends', () => {
    expect(actionsOf({ file: 'template.json', resource: 'Circle' })).toEqual(['sqs:*']);
  });

  test('to a user of an account is what the user, its groups and managed policies have', () => {
    for (const resource of ['ada', 'arn:aws:iam::111122223333:user/ada']) {
      const expected = resource === 'ada' ? ['s3:*', 'ec2:*', 'iam:*'] : ['ec2:*', 'iam:*'];
      expect(actionsOf({ file: 'account.json', resource })).toEqual(expected);
    }
  });

  test('to a managed policy of AWS is its latest version or the one that is named', () => {
    expect(actionsOf({ managed: 'LogReader' })).toEqual(['logs:*']);
    expect(actionsOf({ managed: 'LogReader', version: 'v1' })).toEqual(['logs:*']);
  });

  test('is read once for all scenarios', () => {
    const policies = { identity: [{ file: 'deploy.json' }] };
    const text = JSON.stringify([
      { ...SCENARIO, policies },
      { ...SCENARIO, id: 'B', policies },
    ]);
    const [first, second] = readScenarios(text, { references: policyReferences(SOURCES) }).scenarios;
    expect(first?.ok && first.scenario.policies.identity?.[0]).toBe(
      second?.ok && second.scenario.policies.identity?.[0],
    );
  });
});

describe('what a reference cannot mean is an error at its place', () => {
  test.each([
    [{ file: 'missing.json' }, 'no such file', undefined],
    [{ file: 'nothing.json' }, 'the file holds no policy', undefined],
    [
      { file: 'template.json' },
      'the file holds 5 policies',
      'name one as `resource`: `DeployRole/inline`, `Extra`, `Hung`, `Limit`, `Choice`',
    ],
    [
      { file: 'template.json', resource: 'DeployRoll' },
      'the file holds no policy of `DeployRoll` for this layer',
      'name one as `resource`: `DeployRole/inline`, `Extra`, `Hung`, `Limit`, `Choice`',
    ],
    [
      { file: 'template.json', resource: 'DeployRole' },
      '`AWS.Partition`, `Bucket`, `AWS.Region` are not known before the template is deployed',
      'give what is meant in the reference: `"values": { "AWS.Partition": "…", "Bucket": "…", "AWS.Region": "…" }`',
    ],
    [
      { file: 'defaults.json', resource: 'Named' },
      '`Stage`, `Size`, `Open` and 1 more are not known before the template is deployed',
      'give what is meant in the reference: `"values": { "Stage": "prod", "Size": "2", "Open": "…", "AWS.Partition": "…" }`',
    ],
    [
      { file: 'template.json', resource: 'Choice' },
      'the policy hangs on what is not known before the template is deployed',
      'write the policy that is meant into a file of its own',
    ],
    [
      { file: 'template.json', resource: 'Elsewhere' },
      'a policy is attached that the file does not tell',
      'refer to each of its policies by itself',
    ],
    [{ managed: 'Nothing' }, 'AWS has no managed policy Nothing', undefined],
  ])('%j', (reference, message, help) => {
    expect(errorOf(reference)).toEqual(['scenario-reference', message, help]);
  });

  test('also where the policy itself has one, with its place in its file', () => {
    expect(errorOf({ file: 'broken.json' })[1]).toMatch(/^the policy cannot be read: 5:17: .*`Alow`/);
  });

  test.each([
    [{ file: 1 }, 'scenario-shape'],
    [{ file: 'deploy.json', managed: 'LogReader' }, 'scenario-unknown-member'],
    [{ managed: 'LogReader', versoin: 'v1' }, 'scenario-unknown-member'],
    [{ file: 'template.json', resource: 'Extra', values: { a: 1 } }, 'scenario-shape'],
  ])('and so has a form: %j', (reference, code) => {
    expect(errorOf(reference)[0]).toBe(code);
  });

  test('and nothing is referred to where no files can be read', () => {
    const text = JSON.stringify({ ...SCENARIO, policies: { identity: [{ file: 'deploy.json' }] } });
    const [reading] = readScenarios(text).scenarios;
    expect(reading?.ok).toBe(false);
    expect(reading?.diagnostics[0]?.message).toBe('references to policies can be read only where files can');
  });

  test('and one policy is meant where a resource has one', () => {
    const { diagnostics } = read({ resource: { file: 'account.json', resource: 'ada' } });
    expect(diagnostics[0]?.code).toBe('scenario-reference');
  });
});

test('S68: what is odd about a policy is a warning at the reference', () => {
  const { scenario, diagnostics } = read({ identity: [{ file: 'spaces.json' }] });
  expect(scenario).toBeDefined();
  expect(diagnostics).toMatchObject([
    { code: 'scenario-referenced-policy', severity: 'warning', path: '/policies/identity/0' },
  ]);
  expect(diagnostics[0]?.message).toMatch(/^6:17: /);
});

describe('scenarios that share policies', () => {
  const shared = { policies: { identity: [ALLOW_ALL] }, principal: SCENARIO.principal };
  const asked = { id: 'A', action: 'ecs:RunTask', resource: '*', context: {}, expected: 'Allow' };

  test('have what stands beside `scenarios`, unless they say otherwise', () => {
    const text = JSON.stringify({
      ...shared,
      scenarios: [
        asked,
        { ...asked, id: 'B', policies: {}, expected: 'ImplicitDeny' },
        { ...asked, id: 'C' },
      ],
    });
    const { scenarios, diagnostics } = readScenarios(text);
    expect(diagnostics).toEqual([]);
    expect(scenarios.map(({ id, pointer, ok }) => [id, pointer, ok])).toEqual([
      ['A', '/scenarios/0', true],
      ['B', '/scenarios/1', true],
      ['C', '/scenarios/2', true],
    ]);
    const decided = scenarios.map(
      (reading) => reading.ok && reading.asks === 'action' && decideScenario(reading.scenario),
    );
    expect(decided).toEqual(['Allow', 'ImplicitDeny', 'Allow']);
    const [first, , third] = scenarios;
    expect(first?.ok && first.scenario.policies.identity?.[0]).toBe(
      third?.ok && third.scenario.policies.identity?.[0],
    );
  });

  test('tell an error of theirs once, where it stands', () => {
    const identity = [{ ...ALLOW_ALL, Version: '2013' }];
    const text = JSON.stringify({
      ...shared,
      policies: { identity },
      scenarios: [asked, { ...asked, id: 'B' }],
    });
    const { scenarios } = readScenarios(text);
    expect(scenarios.map(({ ok }) => ok)).toEqual([false, false]);
    expect(scenarios.map(({ diagnostics }) => diagnostics.map(({ code, path }) => [code, path]))).toEqual([
      [['invalid-version', '/policies/identity/0/Version']],
      [['scenario-shared', '/policies/identity/0']],
    ]);
  });

  test('are a list, and what is misspelt beside it is told', () => {
    const read = (document: object): readonly (string | undefined)[] =>
      readScenarios(JSON.stringify(document)).diagnostics.map(
        ({ code, path, help }) => `${code} ${path} ${help ?? ''}`,
      );
    expect(read({ ...shared, scenarios: {} })).toEqual(['scenario-shape /scenarios ']);
    expect(read({ polices: {}, scenarios: [] })).toEqual([
      'scenario-unknown-member /polices did you mean `policies`?',
    ]);
  });
});

test('coverage names the file in which a policy stands that is referred to', () => {
  const text = JSON.stringify({ ...SCENARIO, policies: { identity: [{ file: 'deploy.json' }] } });
  const file = readScenarios(text, { file: 'a.scenario.json', references: policyReferences(SOURCES) });
  expect(measureCoverage([file]).documents).toMatchObject([{ file: 'deploy.json', line: 1, column: 1 }]);
});

test('coverage leaves out what AWS wrote', () => {
  const text = JSON.stringify({ ...SCENARIO, policies: { identity: [{ managed: 'LogReader' }] } });
  expect(measureCoverage([readScenarios(text, { references: policyReferences(SOURCES) })]).documents).toEqual(
    [],
  );
});

test('references are listed before they are read, each once and only under `policies`', () => {
  const policies = {
    identity: [{ file: 'a.json' }, { file: 'a.json', resource: 'R' }, { managed: 'ReadOnlyAccess' }],
    scps: [[{ file: 'scp.json' }]],
  };
  expect(scenarioReferences(JSON.stringify([{ policies, context: { file: 'x' } }, { policies }]))).toEqual([
    { file: 'a.json' },
    { managed: 'ReadOnlyAccess' },
    { file: 'scp.json' },
  ]);
  expect(scenarioReferences('{')).toEqual([]);
});
