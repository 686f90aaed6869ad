import fc from 'fast-check';
import type { ContextValue } from '@policywright/conditions';
import type { Request } from '@policywright/evaluator';

const ACTIONS = ['s3:GetObject', 's3:PutObject', 's3:Get*', 's3:*', 's3:*Object', 'ec2:RunInstances', '*'];
const RESOURCES = [
  '*',
  'arn:aws:s3:::a/*',
  'arn:aws:s3:::a/b',
  'arn:aws:s3:::*/b',
  'arn:aws:s3:::b?',
  'arn:aws:ec2:*:111122223333:instance/*',
  'arn:aws:s3:::a/${aws:username}',
  'arn:aws:s3:::a/${aws:username}/*',
];
const SET_ACTIONS = [
  's3:GetObject',
  's3:*',
  'kms:Decrypt',
  'sts:AssumeRole',
  'sts:*',
  'ec2:RunInstances',
  '*',
];
const KEYS = ['aws:username', 's3:prefix', 'aws:SourceIp'];
const TEXTS = ['a', 'b', 'a*', '*b', '${aws:username}'];
const OPERATORS = ['StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike', 'StringEqualsIfExists'];
const QUALIFIERS = ['', '', 'ForAllValues:', 'ForAnyValue:'];

function someOf(values: readonly string[], most: number): fc.Arbitrary<readonly string[]> {
  return fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: most });
}

function condition(): fc.Arbitrary<object> {
  const text = fc
    .tuple(
      fc.constantFrom(...QUALIFIERS),
      fc.constantFrom(...OPERATORS),
      fc.constantFrom(...KEYS),
      someOf(TEXTS, 2),
    )
    .map(([qualifier, operator, key, values]) => ({ [qualifier + operator]: { [key]: values } }));
  const nil = fc
    .tuple(fc.constantFrom(...KEYS), fc.boolean())
    .map(([key, bool]) => ({ Null: { [key]: String(bool) } }));
  const number = fc
    .tuple(fc.constantFrom('NumericLessThan', 'NumericEquals', 'NumericNotEquals'), fc.constantFrom('1', '2'))
    .map(([operator, value]) => ({ [operator]: { 's3:max-keys': value } }));
  const address = fc
    .tuple(fc.constantFrom('IpAddress', 'NotIpAddress'), fc.constantFrom('10.0.0.0/8', '10.1.0.0/16'))
    .map(([operator, value]) => ({ [operator]: { 'aws:SourceIp': value } }));
  return fc.oneof({ weight: 4, arbitrary: text }, nil, number, address);
}

interface StatementWords {
  readonly actions: readonly string[];
  readonly principals?: readonly object[] | undefined;
}

function statement({ actions: words, principals }: StatementWords): fc.Arbitrary<object> {
  return fc
    .record({
      effect: fc.constantFrom('Allow', 'Allow', 'Allow', 'Deny'),
      not: fc.constantFrom('', '', '', 'Not'),
      notResource: fc.constantFrom('', '', '', 'Not'),
      actions: someOf(words, 3),
      principal: principals === undefined ? fc.constant({}) : fc.constantFrom(...principals),
      resources: someOf(RESOURCES, 2),
      conditions: fc.array(condition(), { maxLength: 2 }),
    })
    .map(({ effect, not, notResource, actions, principal, resources, conditions }) => {
      const merged: Record<string, object> = {};
      for (const one of conditions) {
        for (const [operator, keys] of Object.entries(one))
          merged[operator] = { ...merged[operator], ...keys };
      }
      return {
        Effect: effect,
        ...principal,
        [`${not}Action`]: actions,
        [`${notResource}Resource`]: resources,
        ...(conditions.length === 0 ? {} : { Condition: merged }),
      };
    });
}

/** Statements over few actions, resources and keys, so that they often meet. */
export function smallPolicies(): fc.Arbitrary<readonly object[]> {
  return fc.array(statement({ actions: ACTIONS }), { minLength: 1, maxLength: 4 });
}

const ACCOUNT = '111122223333';
const PRINCIPALS: readonly object[] = [
  { Principal: '*' },
  { Principal: { AWS: ACCOUNT } },
  { Principal: { AWS: `arn:aws:iam::${ACCOUNT}:user/ada` } },
  { Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/r` } },
  { Principal: { Service: 'ec2.amazonaws.com' } },
  { NotPrincipal: { AWS: [`arn:aws:iam::${ACCOUNT}:user/ada`, ACCOUNT] } },
];

/** Statements of several layers; a layer that is empty is left out. */
export interface SmallSet {
  readonly identity: readonly object[];
  readonly boundary: readonly object[];
  readonly session: readonly object[];
  readonly scp: readonly object[];
  readonly resource: readonly object[];
  readonly rcp: readonly object[];
  readonly endpoint: readonly object[];
}

/** Sets of all layers over few words. */
export function smallSets(): fc.Arbitrary<SmallSet> {
  const own = statement({ actions: SET_ACTIONS });
  const attached = statement({ actions: SET_ACTIONS, principals: PRINCIPALS });
  const seldom = (one: fc.Arbitrary<object>) =>
    fc.oneof(
      { weight: 2, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(one, { minLength: 1, maxLength: 2 }) },
    );
  return fc.record({
    identity: fc.array(own, { minLength: 1, maxLength: 3 }),
    boundary: seldom(own),
    session: seldom(own),
    scp: seldom(own),
    resource: seldom(attached),
    rcp: seldom(attached),
    endpoint: seldom(attached),
  });
}

const VALUES: readonly (ContextValue | undefined)[] = [
  undefined,
  'a',
  'b',
  'ab',
  '',
  [],
  ['a'],
  ['a', 'b'],
  ['b', 'c'],
];

/** Requests over the same words. */
export function smallRequests(more: readonly string[] = []): readonly Request[] {
  const requests: Request[] = [];
  const actions = [...more, 's3:getobject', 's3:putobject', 's3:getx', 's3:x', 'ec2:runinstances', 'iam:x'];
  const resources = [
    '*',
    'arn:aws:s3:::a/b',
    'arn:aws:s3:::a/a',
    'arn:aws:s3:::a/a/x',
    'arn:aws:s3:::c/b',
    'arn:aws:s3:::bb',
    'arn:aws:ec2:x:111122223333:instance/i',
    ...(more.length === 0 ? [] : ['arn:aws:kms:x:111122223333:key/k', 'arn:aws:iam::111122223333:role/r']),
  ];
  let at = 0;
  for (const action of actions) {
    for (const resource of resources) {
      for (const username of VALUES) {
        for (const prefix of VALUES) {
          at++;
          const others = [
            {},
            { 'aws:SourceIp': '10.1.0.1', 's3:max-keys': '0' },
            { 'aws:SourceIp': '10.2.0.1', 's3:max-keys': '1' },
            { 'aws:SourceIp': '11.0.0.1', 's3:max-keys': '3' },
            { 'aws:SourceIp': 'x' },
          ];
          const context: Record<string, ContextValue> = { ...others[at % others.length] };
          if (username !== undefined) context['aws:username'] = username;
          if (prefix !== undefined) context['s3:prefix'] = prefix;
          requests.push({
            principal: 'arn:aws:iam::111122223333:user/someone',
            action,
            resource,
            resourceAccount: '111122223333',
            context,
          });
        }
      }
    }
  }
  return requests;
}
