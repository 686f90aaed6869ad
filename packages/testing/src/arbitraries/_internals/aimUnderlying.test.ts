import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { aimUnderlying } from './aimUnderlying.ts';
import { Picker } from './picker.ts';
import { ACCESS_POINTS, BEHIND } from './serviceTargets.ts';

const AIMED = { action: 's3:GetObject', resource: 'arn:aws:s3:::b/k' };
const OTHER = { action: 'sqs:SendMessage', resource: 'arn:aws:sqs:us-east-1:111122223333:jobs' };
/** The choices of many plans, the same in every run. */
const CHOICES = fc.sample(fc.array(fc.nat(63), { minLength: 6, maxLength: 6 }), { seed: 1, numRuns: 200 });
const pickers = (): readonly Picker[] => CHOICES.map((picks) => new Picker(picks));

test('a set without policies behind one another leaves the request as it is', () => {
  expect(aimUnderlying({}, AIMED, new Picker([1]))).toBeUndefined();
});

test('a request goes through an access point mostly, with an action of Amazon S3 mostly', () => {
  const found = pickers().map((picker) => aimUnderlying({ underlying: [undefined] }, OTHER, picker));
  const through = found.filter((one) => (ACCESS_POINTS as readonly string[]).includes(one?.resource ?? ''));
  expect(through.length).toBeGreaterThan(100);
  expect(found.some((one) => one?.resource === OTHER.resource)).toBe(true);
  expect(new Set(found.map((one) => one?.action))).toEqual(
    new Set(['s3:GetObject', 's3:ListBucket', 's3:GetObjectAcl', 's3:PutBucketPolicy', OTHER.action]),
  );
  const own = pickers().map((picker) => aimUnderlying({ underlying: [undefined] }, AIMED, picker)?.action);
  expect(new Set(own)).toEqual(new Set([AIMED.action]));
});

test('as many resources lie behind as have policies, a bucket or its object first', () => {
  const found = pickers().map((picker) =>
    aimUnderlying({ underlying: [undefined, undefined] }, OTHER, picker),
  );
  for (const one of found) {
    expect(one?.underlying).toHaveLength(2);
    expect(BEHIND.slice(0, 2)).toContain(one?.underlying[0]?.resource);
    expect(BEHIND).toContain(one?.underlying[1]?.resource);
  }
  const accounts = found.flatMap((one) =>
    one?.underlying.flatMap(({ resourceAccount }) => resourceAccount ?? []),
  );
  expect(new Set(accounts)).toEqual(new Set(['111122223333', '444455556666']));
  expect(accounts.length).toBeLessThan(200);
  const ofObject = pickers().map((picker) => aimUnderlying({ underlying: [undefined] }, AIMED, picker));
  expect(ofObject.some((one) => one?.underlying[0]?.resource === AIMED.resource)).toBe(true);
});
