import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  deriveContext,
  deriveSessionTags,
  type DeriveOptions,
  type Request,
  type RoleSession,
} from '../index.ts';
import { isRecord } from '@policywright/policy';

const anything = fc.anything({ withBigInt: true, withSparseArray: true, withNullPrototype: true });
const part = fc.oneof(
  anything,
  fc.constantFrom(
    '',
    'anonymous',
    'arn:aws:iam::111122223333:user/',
    'arn:aws:sts::111122223333:assumed-role/r/s',
  ),
);
const key = fc.constantFrom(
  'aws:CalledVia',
  'AWS:SourceArn',
  'aws:RequestTag/',
  'aws:PrincipalTag/a',
  '__proto__',
);
const request = fc.oneof(
  anything,
  fc.record({
    principal: fc.oneof(part, fc.record({ service: part })),
    resource: part,
    resourceAccount: part,
    context: fc.oneof(part, fc.dictionary(key, part)),
  }),
);
const tags = fc.oneof(part, fc.dictionary(fc.constantFrom('a', 'A', 'aws:b', '__proto__', ''), part));
const session = fc.record({ roleTags: tags, passedTags: tags, inheritedTags: tags, transitiveTagKeys: part });
const network = fc.record({ sourceIp: part, sourceVpce: part, sourceVpc: part, vpcSourceIp: part });
const options = fc.oneof(anything, fc.record({ now: part, session: fc.oneof(part, session), network }));

test('whatever it is given, a derived context never throws, derives texts and keeps what it was given', () => {
  fc.assert(
    fc.property(request, options, (asked, told) => {
      const derived = deriveContext(asked as Request, told as DeriveOptions);
      const context = (asked as Partial<Request> | null | undefined)?.context;
      const given = isRecord(context) ? context : {};
      for (const [name, value] of Object.entries(derived)) {
        if (Object.hasOwn(given, name)) expect(value).toBe(given[name]);
        else expect([value].flat().every((each) => typeof each === 'string')).toBe(true);
      }
      expect(Object.keys(derived)).toEqual(expect.arrayContaining(Object.keys(given)));
    }),
    { numRuns: 1000 },
  );
});

test('S125: whatever it is given, a session has tags with one text each, or problems', () => {
  fc.assert(
    fc.property(fc.oneof(anything, session), (given) => {
      const { tags: all, transitiveTags, problems } = deriveSessionTags(given as RoleSession);
      const keys = Object.keys(all).map((name) => name.toLowerCase());
      expect(new Set(keys).size).toBe(keys.length);
      expect(Object.values(all).every((value) => typeof value === 'string')).toBe(true);
      for (const [name, value] of Object.entries(transitiveTags)) expect(all[name]).toBe(value);
      if (problems.length > 0) expect(keys).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});
