import fc from 'fast-check';
import type { RequestContext } from '@policywright/conditions';
import { deriveContext, type Principal } from '@policywright/evaluator';

const A = '111122223333';
const B = '444455556666';
const IDS = ['AIDAEXAMPLE1', 'AROAEXAMPLE2'];

const ENTRIES: readonly object[] = [
  { AWS: '*' },
  { AWS: A },
  { AWS: `arn:aws:iam::${B}:root` },
  { AWS: `arn:aws:iam::${A}:user/ada` },
  { AWS: [`arn:aws:iam::${B}:user/bob`, `arn:aws:iam::${B}:role/team/r`] },
  { AWS: `arn:aws:iam::${A}:role/r` },
  { AWS: `arn:aws:sts::${A}:assumed-role/r/s` },
  { AWS: `arn:aws:sts::${B}:federated-user/bob` },
  { AWS: IDS },
  { Service: 'ec2.amazonaws.com' },
  { Federated: `arn:aws:iam::${A}:saml-provider/p` },
  { Federated: 'accounts.google.com' },
  { CanonicalUser: 'c'.repeat(64) },
];

const CONDITIONS: readonly (readonly [string, readonly string[]])[] = [
  [
    'aws:PrincipalArn',
    [`arn:aws:iam::${A}:user/ada`, `arn:aws:iam::*:role/*`, `arn:aws:iam::${B}:*`, '*b*', '*'],
  ],
  ['aws:PrincipalAccount', [A, B, '1*', 'anonymous']],
  ['aws:username', ['ada', 'a*', 'bob']],
  ['aws:userid', [`${IDS[0]}`, `${IDS[1]}:*`, '*:s', `${B}:bob`]],
  ['aws:PrincipalType', ['User', 'AssumedRole', 'Anonymous']],
  ['aws:PrincipalServiceName', ['ec2.amazonaws.com', '*2.amazonaws.com']],
  ['aws:PrincipalIsAWSService', ['true', 'false']],
  ['aws:ResourceAccount', [A, B]],
  ['aws:PrincipalOrgID', ['o-1', 'o-*']],
];
const OPERATORS = ['StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike', 'StringEqualsIfExists'];

function condition(): fc.Arbitrary<object> {
  const text = fc
    .tuple(fc.constantFrom(...CONDITIONS), fc.constantFrom(...OPERATORS), fc.nat(), fc.boolean())
    .map(([[key, values], operator, at, both]) => ({
      [operator]: { [key]: both ? [values[at % values.length], values[0]] : values[at % values.length] },
    }));
  const nil = fc
    .tuple(fc.constantFrom(...CONDITIONS), fc.boolean())
    .map(([[key], bool]) => ({ Null: { [key]: String(bool) } }));
  const variable = fc.constantFrom(
    { StringEquals: { 'aws:PrincipalAccount': '${aws:ResourceAccount}' } },
    { StringNotEquals: { 'aws:PrincipalAccount': '${aws:ResourceAccount}' } },
  );
  return fc.oneof({ weight: 5, arbitrary: text }, nil, variable);
}

const ACTIONS = ['s3:GetObject', 's3:*', 'kms:Decrypt', 'sts:AssumeRole', '*'];
const RESOURCES = [
  '*',
  'arn:aws:s3:::a/*',
  'arn:aws:s3:::a/${aws:username}',
  'arn:aws:s3:::${aws:PrincipalAccount}/*',
];

/** Statements that name few principals. */
export function statementsWithPrincipals(): fc.Arbitrary<readonly object[]> {
  const one = fc
    .record({
      effect: fc.constantFrom('Allow', 'Allow', 'Deny'),
      not: fc.constantFrom('', '', '', '', 'Not'),
      entry: fc.constantFrom(...ENTRIES),
      action: fc.constantFrom(...ACTIONS),
      resource: fc.constantFrom(...RESOURCES),
      condition: fc.option(condition(), { nil: undefined }),
    })
    .map(({ effect, not, entry, action, resource, condition: Condition }) => ({
      Effect: effect,
      [`${not}Principal`]: not !== '' && 'AWS' in entry && entry.AWS === '*' ? { AWS: A } : entry,
      Action: action,
      Resource: resource,
      ...(Condition && { Condition }),
    }));
  return fc.array(one, { minLength: 1, maxLength: 3 });
}

/** A caller, and what a context has of it. */
export interface SmallCaller {
  readonly principal: Principal;
  readonly context: RequestContext;
}

/** Callers, among them everyone who is named and strangers that nobody would think of. */
export function smallCallers(): readonly SmallCaller[] {
  const C = '100000000001';
  const of = (principal: Principal, context: RequestContext = {}): SmallCaller => {
    const derived = Object.entries(deriveContext({ principal, action: '', resource: '*' }));
    const own = derived.filter(([key]) => /^aws:(?:principal|user)/i.test(key));
    return { principal, context: { ...Object.fromEntries(own), ...context } };
  };
  const inAccount = (account: string): readonly SmallCaller[] => [
    of(`arn:aws:iam::${account}:root`),
    ...['ada', 'bob', 'zoe', 'team/abe'].map((name) => of(`arn:aws:iam::${account}:user/${name}`)),
    of(`arn:aws:iam::${account}:user/ada`, { 'aws:userid': 'AIDAEXAMPLE1' }),
    of(`arn:aws:iam::${account}:user/eve`, { 'aws:userid': 'AIDAEXAMPLE1' }),
    ...['s', 'x'].flatMap((session) => [
      of(`arn:aws:sts::${account}:assumed-role/r/${session}`),
      of(`arn:aws:sts::${account}:assumed-role/r/${session}`, {
        'aws:PrincipalArn': `arn:aws:iam::${account}:role/team/r`,
      }),
      of(`arn:aws:sts::${account}:assumed-role/b/${session}`, { 'aws:userid': `AROAEXAMPLE2:${session}` }),
      of(`arn:aws:sts::${account}:assumed-role/q/${session}`, { 'aws:userid': `AROAOTHER:${session}` }),
    ]),
    of(`arn:aws:sts::${account}:federated-user/bob`),
    of(`arn:aws:sts::${account}:federated-user/ada`),
  ];
  return [
    of('anonymous'),
    ...[A, B, C].flatMap(inAccount),
    ...['ec2.amazonaws.com', 's2.amazonaws.com', 'sns.amazonaws.com'].map((service) => of({ service })),
    ...[`arn:aws:iam::${A}:saml-provider/p`, 'accounts.google.com', 'graph.facebook.com'].map((federated) =>
      of({ federated }),
    ),
    ...['c', 'd'].map((letter) => of({ canonicalUser: letter.repeat(64) })),
  ];
}
