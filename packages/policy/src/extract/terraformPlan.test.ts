import { describe, expect, test } from 'vitest';
import { locate } from '../json/locate.ts';
import { parseJson } from '../json/parseJson.ts';
import { printJson } from '../json/printJson.ts';
import { extractAll, type FilePolicies } from './extractPolicies.ts';

function extract(file: unknown): FilePolicies {
  const text = JSON.stringify(file);
  const { node } = parseJson(text);
  if (node === undefined) throw new Error('expected JSON');
  return extractAll(node, { text });
}

function documents(file: unknown): readonly unknown[] {
  return extract(file).policies.map(({ node }) => JSON.parse(printJson(node)) as unknown);
}

const DATA = 'data.aws_iam_policy_document';
const source = (name: string, values: unknown): unknown => ({
  address: `${DATA}.${name}`,
  mode: 'data',
  type: 'aws_iam_policy_document',
  name,
  values,
});
const change = (address: string, after_unknown: unknown): unknown => ({ address, change: { after_unknown } });
const plan = (resources: readonly unknown[], others: object = {}): unknown => ({
  format_version: '1.2',
  planned_values: { root_module: { resources } },
  ...others,
});
const at = '/planned_values/root_module/resources/0/values';

describe('documents of data sources that are read at apply', () => {
  const statement = {
    sid: 'S',
    effect: 'Deny',
    actions: ['s3:GetObject', null],
    not_actions: null,
    resources: [],
    not_resources: ['arn:aws:s3:::b/&{aws:username}'],
    principals: [
      { type: 'AWS', identifiers: ['111122223333'] },
      { type: 'AWS', identifiers: [null] },
      { type: 'Service', identifiers: ['s3.amazonaws.com'] },
    ],
    not_principals: [],
    condition: [
      { test: 'StringEquals', variable: 'aws:a', values: ['x'] },
      { test: 'StringEquals', variable: 'aws:b', values: null },
      { test: 'Bool', variable: 'aws:c', values: ['true'] },
    ],
  };

  test('are made of what is planned of them', () => {
    const { policies, unknown } = extract(plan([source('d', { statement: [statement], version: null })]));
    const [policy] = policies;
    if (policy === undefined) throw new Error('expected a policy');
    expect(JSON.parse(printJson(policy.node))).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'S',
          Effect: 'Deny',
          Principal: { AWS: ['111122223333', '${unknown.value}'], Service: ['s3.amazonaws.com'] },
          Action: ['s3:GetObject', '${unknown.value}'],
          NotResource: ['arn:aws:s3:::b/${aws:username}'],
          Condition: { StringEquals: { 'aws:a': ['x'] }, Bool: { 'aws:c': ['true'] } },
        },
      ],
    });
    expect(policy).toMatchObject({ name: `${DATA}.d`, type: undefined, exact: false, embedded: false });
    expect(
      ['', '/Action/1', '/NotResource/0', '/Condition/Bool/aws:c/0', '/Condition/Bool'].map((each) =>
        policy.placeOf(`/Statement/0${each}`),
      ),
    ).toEqual(
      ['', '/actions/1', '/not_resources/0', '/condition/2/values/0', '/condition/2'].map(
        (each) => `${at}/statement/0${each}`,
      ),
    );
    expect(policy.isUnknown('/Statement/0/Action/1')).toBe(true);
    expect(policy.isUnknown('/Statement/0/Action/0')).toBe(false);
    expect(unknown).toEqual([]);
  });

  test('have what every statement has, and everybody as one word', () => {
    const everybody = { type: '*', identifiers: ['*'] };
    expect(
      documents(plan([source('d', { statement: [{ effect: null }, { principals: [everybody] }] })])),
    ).toMatchObject([
      {
        Statement: [
          { Effect: 'Allow', Action: '${unknown.Action}', Resource: '${unknown.Resource}' },
          { Effect: 'Allow', Principal: '*', Action: '${unknown.Action}' },
        ],
      },
    ]);
  });

  test('have as unknown what the changes say', () => {
    const unknown = { json: true, statement: [{ resources: true, sid: true, actions: [false, true] }] };
    const values = { statement: [{ actions: ['a:b', null], sid: null }] };
    const file = plan([source('d', values)], { resource_changes: [change(`${DATA}.d`, unknown)] });
    expect(documents(file)).toMatchObject([
      {
        Statement: [
          { Sid: '${unknown.value}', Action: ['a:b', '${unknown.value}'], Resource: '${unknown.value}' },
        ],
      },
    ]);
  });

  test('name principals of whom nobody knows how many they are', () => {
    const changes = [change(`${DATA}.d`, { statement: [{ principals: [{ identifiers: true }] }] })];
    const principals = [{ type: 'AWS', identifiers: null }];
    const file = plan([source('d', { statement: [{ principals }] })], { resource_changes: changes });
    expect(documents(file)).toMatchObject([{ Statement: [{ Principal: { AWS: ['${unknown.value}'] } }] }]);
  });

  test('are left alone where they were read, and where they have no statements', () => {
    const read = source('d', { json: '{}', statement: [statement] });
    expect(extract(plan([read, source('e', { statement: [] }), source('f', {})])).policies).toEqual([]);
    const state = { format_version: '1.0', values: { root_module: { resources: [read] } } };
    expect(extract(state).policies).toEqual([]);
  });
});

describe('the configuration', () => {
  const constant = (constant_value: unknown): unknown => ({ constant_value });
  const holder = (type: string, name: string, expressions: unknown): unknown => ({
    address: `${type}.${name}`,
    mode: 'managed',
    type,
    name,
    expressions,
  });
  const configured = (name: string, action: string): unknown => ({
    ...(source(name, undefined) as object),
    expressions: {
      statement: [
        {
          actions: constant([action]),
          resources: { references: ['aws_s3_bucket.b.arn', 'aws_s3_bucket.b'] },
          condition: [{ test: constant('Bool'), variable: constant('aws:x'), values: constant(['true']) }],
        },
      ],
    },
  });
  const refersTo = (name: string): unknown => ({
    references: [`${DATA}.${name}.json`, `${DATA}.${name}`],
  });
  const managed = (address: string): unknown => ({
    address,
    mode: 'managed',
    type: /aws_\w+/.exec(address)?.[0],
    values: {},
  });

  test('has the documents whose policies are not known, with their types', () => {
    const file = {
      format_version: '1.2',
      planned_values: {
        root_module: {
          resources: [managed('aws_iam_role.r["a"]'), managed('aws_iam_policy.j')],
          child_modules: [{ resources: [managed('module.m[0].aws_s3_bucket_policy.b')] }],
        },
      },
      resource_changes: [
        change('aws_iam_role.r["a"]', { assume_role_policy: true }),
        change('aws_iam_policy.j', { policy: true }),
        change('module.m[0].aws_s3_bucket_policy.b', { policy: true }),
        change(`${DATA}.alone`, { json: true }),
      ],
      configuration: {
        root_module: {
          resources: [
            holder('aws_iam_role', 'r', { assume_role_policy: refersTo('t[0]') }),
            holder('aws_iam_policy', 'j', { policy: { references: ['aws_kms_key.k'] } }),
            configured('t', 'sts:AssumeRole'),
            configured('alone', 'a:b'),
            configured('early', 'c:d'),
          ],
          module_calls: {
            m: {
              module: {
                resources: [
                  holder('aws_s3_bucket_policy', 'b', { policy: refersTo('b') }),
                  configured('b', 's3:GetObject'),
                ],
              },
            },
          },
        },
      },
    };
    const { policies, unknown } = extract(file);
    expect(
      policies.map(({ name, type, node }) => [name, type, locate(node, '/Statement/0/Action/0')]),
    ).toEqual([
      ['aws_iam_role.r', 'trust', expect.objectContaining({ value: 'sts:AssumeRole' })],
      ['module.m.aws_s3_bucket_policy.b', 'resource', expect.objectContaining({ value: 's3:GetObject' })],
      [`${DATA}.alone`, undefined, expect.objectContaining({ value: 'a:b' })],
    ]);
    expect(policies[1]?.placeOf('/Statement/0/Action/0')).toBe(
      '/configuration/root_module/module_calls/m/module/resources/1/expressions/statement/0/actions/0',
    );
    expect(JSON.parse(printJson(policies[0]?.node ?? { kind: 'null', start: 0, end: 0 }))).toMatchObject({
      Statement: [{ Resource: '${unknown.aws.s3.bucket.b.arn}', Condition: { Bool: { 'aws:x': ['true'] } } }],
    });
    expect(unknown).toEqual([
      { pointer: '/planned_values/root_module/resources/1/values/policy', name: 'aws_iam_policy.j' },
    ]);
  });

  test('says whose policy a planned document is', () => {
    const resources = [source('d', { statement: [{ actions: ['a:b'] }] }), managed('aws_iam_policy.p')];
    const file = plan(resources, {
      resource_changes: [change('aws_iam_policy.p', { policy: true })],
      configuration: {
        root_module: { resources: [holder('aws_iam_policy', 'p', { policy: refersTo('d') })] },
      },
    });
    expect(extract(file)).toMatchObject({
      policies: [{ name: 'aws_iam_policy.p', type: 'identity', pointer: at }],
      unknown: [],
    });
  });

  test('of another shape says nothing', () => {
    for (const odd of [null, 1, [], {}, { root_module: { resources: [{}, 1], module_calls: { m: 1 } } }]) {
      const changes = {
        configuration: odd,
        resource_changes: [change('aws_iam_policy.p', { policy: true }), 1],
      };
      expect(extract(plan([managed('aws_iam_policy.p')], changes))).toMatchObject({
        policies: [],
        unknown: [{ name: 'aws_iam_policy.p' }],
      });
    }
  });
});
