import { EventReader, KEYS_OF_EVENTS, type EventsReading } from '@policywright/account';
import { expect, test } from 'vitest';
import { check } from './check.ts';
import fc from 'fast-check';

type Members = Readonly<Record<string, unknown>>;

const ROLE = 'arn:aws:iam::111122223333:role/app';
const SESSION = 'arn:aws:sts::111122223333:assumed-role/app/s1';
const OTHER_TEXTS = ['', 'é', 'x"y\\z\n', '\u{1f600}'];
const OTHER_VALUES = [null, true, 7, -1.5e3, [], {}, ['a'], [{ arn: 'a' }], { arn: 'a', type: 'b' }];

/** Values of single members of events, by their paths; the first is the usual one. */
const VALUES: readonly (readonly [path: string, ...values: readonly unknown[]])[] = [
  ['eventTime', '2026-11-01T00:00:00Z', '2026-11-02T10:11:12Z', '2026-11-01T00:00:00.5Z'],
  ['eventType', 'AwsApiCall', 'AwsServiceEvent'],
  ['eventSource', 's3.amazonaws.com', 'sts.amazonaws.com', 'ec2.amazonaws.com'],
  ['eventName', 'GetObject', 'AssumeRole', 'StartInstances'],
  ['awsRegion', 'eu-west-1', 'us-east-1'],
  ['errorCode', undefined, 'AccessDenied', 'vpce-1'],
  ['vpcEndpointId', undefined, 'vpce-1'],
  ['managementEvent', true, false],
  ['eventCategory', 'Management', 'Data'],
  ['sourceIPAddress', '203.0.113.1', '203.0.113.2', 'athena.amazonaws.com'],
  ['userAgent', 'cli', 'sdk'],
  [
    'requestParameters',
    { bucketName: 'b', key: 'k' },
    { bucketName: 'b' },
    { instancesSet: { items: [{ instanceId: 'i-1' }] } },
  ],
  ['requestParameters.key', 'k', 'l'],
  ['requestParameters.eventName', undefined, 'PutObject'],
  ['resources', undefined, [{ ARN: 'arn:aws:s3:::b/k' }], [{ arn: 'arn:aws:s3:::b' }, 'x']],
  ['userIdentity.type', 'AssumedRole', 'IAMUser', 'FederatedUser', 'AWSService', 'Root'],
  ['userIdentity.arn', SESSION, `${SESSION}2`, 'arn:aws:iam::111122223333:user/ada'],
  ['userIdentity.accountId', '111122223333', '444455556666'],
  ['userIdentity.invokedBy', undefined, 'athena.amazonaws.com'],
  ['userIdentity', { type: 'Root', arn: 'arn:aws:iam::111122223333:root' }],
  ['userIdentity.sessionContext.sessionIssuer.arn', ROLE, `${ROLE}2`, undefined],
  ['userIdentity.sessionContext.sessionIssuer', undefined, { arn: ROLE, type: 'Role' }],
  ['userIdentity.sessionContext.attributes.mfaAuthenticated', 'false', 'true'],
  ['userIdentity.sessionContext', undefined],
  ['responseElements', null, { eventName: 'PutObject', userIdentity: { arn: 'a' } }],
];
const USUAL = VALUES.reduce<Members>((event, [path, value]) => {
  const isWhole =
    path === 'userIdentity' || path.endsWith('sessionIssuer') || path.endsWith('sessionContext');
  return isWhole ? event : withMember(event, path.split('.'), value);
}, {});

function withMember(of: unknown, [name = '', ...rest]: readonly string[], value: unknown): Members {
  const members = typeof of === 'object' && of !== null && !Array.isArray(of) ? (of as Members) : {};
  return { ...members, [name]: rest.length === 0 ? value : withMember(members[name], rest, value) };
}

const edits = fc
  .constantFrom(...VALUES)
  .chain(([path, ...values]) =>
    fc.tuple(
      fc.constant(path.split('.')),
      fc.oneof(
        { weight: 5, arbitrary: fc.constantFrom(...values) },
        { weight: 1, arbitrary: fc.constantFrom(undefined, ...OTHER_TEXTS, ...OTHER_VALUES) },
      ),
    ),
  );
const edited = (base: Members): fc.Arbitrary<Members> =>
  fc
    .array(edits, { maxLength: 2 })
    .map((all) => all.reduce((event, [path, value]) => withMember(event, path, value), base));

/** The same value, written otherwise: with space, and characters as escapes. */
const written = (value: unknown): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 5, arbitrary: fc.constant(JSON.stringify(value)) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        JSON.stringify(value, undefined, 1),
        JSON.stringify(value).replaceAll(/[é\u{1f600}]/gu, (letter) =>
          letter.replaceAll(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
        ),
        JSON.stringify(value).replaceAll('"eventName"', '"event\\u004eame"'),
      ),
    },
  );
/** The identity is there twice: the last counts. */
const twice = (events: fc.Arbitrary<Members>): fc.Arbitrary<string> =>
  fc
    .tuple(events, events)
    .map(
      ([one, other]) =>
        `{"userIdentity":${JSON.stringify(one['userIdentity'] ?? null)},${JSON.stringify(other).slice(1)}`,
    );
const records = (events: fc.Arbitrary<Members>): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 8, arbitrary: events.chain(written) },
    { weight: 2, arbitrary: twice(events) },
    { weight: 1, arbitrary: fc.jsonValue().map((value) => JSON.stringify(value)) },
  );
const files = (events: fc.Arbitrary<Members>): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.array(records(events), { maxLength: 6 }),
      fc.oneof(
        { weight: 6, arbitrary: fc.constant('{"Records":[') },
        fc.constantFrom('{ "Records" : [', '[', '{"Events":['),
      ),
      fc.oneof(
        { weight: 6, arbitrary: fc.constant('') },
        fc.constantFrom('\n', ' {}', ']', ',"Records":[]}'),
      ),
    )
    .map(([all, start, end]) => `${start}${all.join(',')}]${start.startsWith('{') ? '}' : ''}${end}`);
/** As they are, or with one byte less, more, or another. */
const bytes = (events: fc.Arbitrary<Members>): fc.Arbitrary<Uint8Array> =>
  fc
    .tuple(
      files(events),
      fc.nat(),
      fc.integer({ min: 0, max: 255 }),
      fc.constantFrom('cut', 'out', 'in', 'for', 'as', 'as', 'as', 'as'),
    )
    .map(([text, place, byte, how]) => {
      const all = [...new TextEncoder().encode(text)];
      const at = place % (all.length + 1);
      if (how === 'cut') all.length = at;
      else if (how !== 'as') all.splice(at, how === 'in' ? 0 : 1, ...(how === 'out' ? [] : [byte]));
      return Uint8Array.from(all);
    });
/** All events of a trail have a little alike, and differ in little from each other. */
const trails = edited(USUAL).chain((base) => fc.array(bytes(edited(base)), { maxLength: 5 }));

function readAll(
  all: readonly (string | Uint8Array)[],
  keys: typeof KEYS_OF_EVENTS | undefined,
): EventsReading {
  const reader = new EventReader({ keys });
  for (const [index, one] of all.entries()) reader.read(one, `${index}.json`);
  return reader.end();
}

test('32: of bytes as AWS CloudTrail writes them, and of all others, the same calls are read as of their text', () => {
  const decoder = new TextDecoder();
  check(
    fc.property(trails, fc.boolean(), (all, isAsked) => {
      const keys = isAsked ? KEYS_OF_EVENTS : undefined;
      expect(readAll(all, keys)).toEqual(
        readAll(
          all.map((one) => decoder.decode(one)),
          keys,
        ),
      );
    }),
    1000,
  );
});
