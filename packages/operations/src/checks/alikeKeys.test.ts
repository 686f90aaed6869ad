import { expect, test } from 'vitest';
import { callTo, REGION } from '../_testing/given.ts';
import type { World } from '../model/world.ts';
import { listChecks } from './listChecks.ts';

const TAGGED: World = { tagsOf: () => ({}) };
const RUN = callTo('ecs:RunTask', { taskDefinition: 'web:7' });

/** What the first check of a call knows of some keys: a value, that it is absent, or nothing. */
function known(call: typeof RUN, world: World, ...keys: readonly string[]): readonly unknown[] {
  const [check] = listChecks(call, world);
  const absent = new Set(check?.absent);
  return keys.map((key) => (absent.has(key) ? 'absent' : check?.context[key]));
}

test('what is remembered of a caller is not taken for calls to another Region, or to none that is known', () => {
  const region = (call: typeof RUN): unknown => known(call, {}, 'aws:RequestedRegion')[0];
  expect(region(RUN)).toBe(REGION);
  expect(region({ ...RUN, region: 'us-east-1' })).toBe('us-east-1');
  expect(region({ ...RUN, region: undefined })).toBeUndefined();
  expect(region(RUN)).toBe(REGION);
});

test('nor for calls that send tags, or of which more or less is known', () => {
  const keys = ['aws:ResourceTag/*', 'aws:TagKeys', 'aws:RequestTag/team'];
  const sending = { ...RUN, input: { ...RUN.input, tags: [{ key: 'team', value: 'blue' }] } };
  const ask = callTo('ecs:CreateCluster', { clusterName: 'shop' });
  expect(known(RUN, {}, ...keys)).toEqual([undefined, 'absent', undefined]);
  expect(known(sending, {}, ...keys)).toEqual([undefined, 'absent', 'blue']);
  expect(known(RUN, TAGGED, ...keys)).toEqual(['absent', 'absent', undefined]);
  expect(known(RUN, {}, ...keys)).toEqual([undefined, 'absent', undefined]);
  expect(known(ask, {}, 'aws:TagKeys')).toEqual(['absent']);
});

test('nor for another caller, or one of whom the call says more', () => {
  const says = (call: typeof RUN): readonly unknown[] =>
    known(call, {}, 'aws:PrincipalArn', 'aws:SourceVpc', 'aws:MultiFactorAuthPresent');
  const role = 'arn:aws:iam::111122223333:role/other';
  const before = says(RUN);
  expect(says({ ...RUN, principal: role })).toEqual([role, undefined, undefined]);
  expect(says({ ...RUN, absent: ['aws:SourceVpc'] })[1]).toBe('absent');
  expect(says({ ...RUN, context: { 'aws:MultiFactorAuthPresent': 'true' } })[2]).toBe('true');
  expect(says(RUN)).toEqual(before);
});

test('whoever is given a context cannot change what later calls are decided by', () => {
  const of = callTo('ecs:ListClusters', {});
  const [check] = listChecks(of);
  const context = check?.context as Record<string, string>;
  expect(() => (context['aws:PrincipalArn'] = 'arn:aws:iam::444455556666:role/other')).toThrow(TypeError);
  const absent = check?.absent as string[];
  expect(() => absent.push('aws:SourceVpc')).toThrow(TypeError);
  expect(known(of, {}, 'aws:SourceVpc')).toEqual([undefined]);
});
