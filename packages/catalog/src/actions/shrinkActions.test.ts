import { expect, test } from 'vitest';
import { expandActions, fitActions, getService, shrinkActions } from '../index.ts';

test('all actions of a service are one pattern, and all of all services a lone star', () => {
  expect(shrinkActions(expandActions('ecs:*'))).toEqual(['ecs:*']);
  expect(shrinkActions(expandActions('*'))).toEqual(['*']);
});

test('actions that share words become a pattern that matches no other action', () => {
  expect(shrinkActions(expandActions('iam:*AccessKey*'))).toEqual(['iam:*AccessKey*']);
  expect(shrinkActions(['ecs:RunTask'])).toEqual(['ecs:RunTask']);
});

test('a word that is the head of a longer one does not widen the pattern', () => {
  const reads = expandActions('s3:GetObject').concat(expandActions('s3:GetObjectA*'));
  const patterns = shrinkActions(reads);
  expect(patterns.flatMap(expandActions).sort()).toEqual([...new Set(reads)].sort());
});

test('S69: what the catalog does not know is kept as it is', () => {
  expect(shrinkActions(['nope:DoIt', 'ecs:RunTask', 'nope:*'])).toEqual([
    'ecs:RunTask',
    'nope:*',
    'nope:DoIt',
  ]);
});

test('S65: a wildcard in a prefix, which need not grant anything, stays as it is', () => {
  expect(shrinkActions(['s?:GetObject', '*:RunTask', 'ecs:Run*'])).toEqual([
    '*:RunTask',
    'ecs:RunTask',
    's?:GetObject',
  ]);
  expect(shrinkActions(['*:*'])).toEqual(['*']);
});

test('patterns as input are expanded first', () => {
  expect(shrinkActions(['ecs:Run*', 'ECS:RunTask'])).toEqual(['ecs:RunTask']);
});

test('with `characters`, patterns are cut within words', () => {
  const reads = (getService('ecs')?.actions ?? []).filter((action) => action.accessLevels.includes('Read'));
  const names = reads.map((action) => action.fullName);
  const short = shrinkActions(names, { prefer: 'characters' });
  expect(short.join('').length).toBeLessThan(shrinkActions(names).join('').length);
  expect(short.flatMap(expandActions).sort()).toEqual([...names].sort());
});

test('S35: a limit is kept where the actions can be made to fit, and said to be broken where not', () => {
  const names = (getService('s3')?.actions ?? [])
    .filter((action) => action.accessLevels.includes('Write'))
    .map((action) => action.fullName);
  const roomy = fitActions(names, 10_000);
  expect(roomy.patterns).toEqual(shrinkActions(names));
  const tight = fitActions(names, roomy.size - 1);
  expect(tight.fits).toBe(true);
  expect(tight.size).toBeLessThan(roomy.size);
  expect(new Set(tight.patterns.flatMap(expandActions))).toEqual(new Set(names));
  expect(fitActions(names, 10).fits).toBe(false);
});
