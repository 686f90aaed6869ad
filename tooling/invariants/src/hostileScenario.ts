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

const policies = fc.array(hostilePolicy, { maxLength: 2 });

/** A scenario whose every text may be hostile. */
export const hostileScenario: fc.Arbitrary<object> = fc.record(
  {
    id: hostileText,
    title: hostileText,
    principal: fc.oneof(
      { weight: 6, arbitrary: maybe('arn:aws:iam::111122223333:user/alice') },
      { weight: 1, arbitrary: fc.record({ service: hostileText }) },
    ),
    action: fc.oneof(fc.constant('s3:GetObject'), hostileText),
    resource: maybe('arn:aws:s3:::bucket/key'),
    context: record(maybe('aws:username'), list('v')),
    policies: fc.record({ identity: policies, resource: fc.oneof(fc.constant(null), hostilePolicy) }),
    expected: fc.constantFrom('Allow', 'ExplicitDeny', 'ImplicitDeny'),
  },
  { requiredKeys: ['id', 'principal', 'action', 'resource', 'policies', 'expected'] },
);
