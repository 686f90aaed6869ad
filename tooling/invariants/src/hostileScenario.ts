import * as fc from 'fast-check';
import { hostileText } from './hostileText.ts';

const maybe = (usual: string): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constant(usual),
    hostileText,
    hostileText.map((text) => usual + text),
  );

const list = (usual: string): fc.Arbitrary<string | readonly string[]> =>
  fc.oneof(maybe(usual), fc.array(maybe(usual), { minLength: 1, maxLength: 3 }));

function record(key: fc.Arbitrary<string>, value: fc.Arbitrary<unknown>): fc.Arbitrary<object> {
  return fc.array(fc.tuple(key, value), { maxLength: 2 }).map((entries) => Object.fromEntries(entries));
}

const statement = fc
  .record(
    {
      Sid: hostileText,
      Effect: fc.constantFrom('Allow', 'Deny'),
      Action: list('s3:GetObject'),
      Resource: list('*'),
      Principal: fc.oneof(fc.constant('*'), record(maybe('AWS'), list('*'))),
      Condition: record(
        fc.oneof(
          { weight: 4, arbitrary: fc.constant('StringEquals') },
          { weight: 1, arbitrary: hostileText },
        ),
        record(maybe('aws:username'), list('v')),
      ),
    },
    { requiredKeys: ['Effect', 'Action', 'Resource'] },
  )
  .chain((known) =>
    fc.oneof(
      { weight: 6, arbitrary: fc.constant<object>(known) },
      { weight: 1, arbitrary: hostileText.map((name) => ({ ...known, [name]: 1 })) },
    ),
  );

/** A policy whose every text may be hostile; about half of them hold no error. */
export const hostilePolicy: fc.Arbitrary<object> = fc.record(
  {
    Version: fc.oneof(
      { weight: 8, arbitrary: fc.constant('2012-10-17') },
      { weight: 1, arbitrary: hostileText },
    ),
    Id: hostileText,
    Statement: fc.array(statement, { minLength: 1, maxLength: 3 }),
  },
  { requiredKeys: ['Version', 'Statement'] },
);

/** Values only, so that the document can be read; with a principal, it is one of a resource. */
function readablePolicy(principal: object): fc.Arbitrary<object> {
  const prefixed = (start: string): fc.Arbitrary<string> => hostileText.map((text) => start + text);
  const readable = fc.record(
    {
      Sid: hostileText,
      Effect: fc.constantFrom('Allow', 'Deny'),
      Action: fc.array(fc.oneof(fc.constantFrom('s3:GetObject', 's3:*'), prefixed('s3:')), { minLength: 1 }),
      Resource: fc.array(fc.oneof(fc.constant('*'), prefixed('arn:aws:s3:::b')), { minLength: 1 }),
      Condition: record(
        fc.constantFrom('StringEquals', 'StringNotLike', 'ArnLike', 'NumericLessThan'),
        record(maybe('aws:username'), list('v')),
      ),
    },
    { requiredKeys: ['Effect', 'Action', 'Resource'] },
  );
  return fc
    .array(
      readable.map((known) => ({ ...known, ...principal })),
      { minLength: 1, maxLength: 2 },
    )
    .map((statements) => ({ Version: '2012-10-17', Statement: statements }));
}

/** A scenario whose every text may be hostile; most of them can be read. */
export const hostileScenario: fc.Arbitrary<object> = fc.oneof(
  { weight: 3, arbitrary: scenarioOf({ isReadable: true }) },
  { weight: 1, arbitrary: scenarioOf({ isReadable: false }) },
);

function scenarioOf({ isReadable }: { readonly isReadable: boolean }): fc.Arbitrary<object> {
  const text = (usual: string): fc.Arbitrary<string> => (isReadable ? fc.constant(usual) : maybe(usual));
  return fc.record(
    {
      id: hostileText,
      title: hostileText,
      principal: text('arn:aws:iam::111122223333:user/alice'),
      action: text('s3:GetObject'),
      resource: maybe('arn:aws:s3:::bucket/key').map((any) => (isReadable ? `arn:aws:s3:::b${any}` : any)),
      context: record(maybe('aws:username'), list('v')),
      policies: fc.record({
        identity: fc.array(isReadable ? readablePolicy({}) : hostilePolicy, { maxLength: 2 }),
        resource: isReadable ? readablePolicy({ Principal: '*' }) : hostilePolicy,
      }),
      expected: fc.constantFrom('Allow', 'ExplicitDeny', 'ImplicitDeny'),
    },
    { requiredKeys: ['id', 'principal', 'action', 'resource', 'policies', 'expected'] },
  );
}
