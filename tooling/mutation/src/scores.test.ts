import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readEquivalents, staleOf } from './equivalents.ts';
import { GOALS } from './goals.ts';
import { countsOf, scoreOf, type Outcome } from './outcome.ts';
import { pageOf, readScores } from './scores.ts';
import { ROOT, sourcesOf, testsOf } from './sources.ts';

test('the page is that of the last runs', () => {
  expect(readFileSync(join(ROOT, 'docs/mutation.md'), 'utf8')).toBe(pageOf(readScores()));
});

test('the counts of each run add up to what was tried', () => {
  for (const { package: name, counts, sampled, survivors } of readScores()) {
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
    expect([name, total, survivors.length]).toEqual([name, sampled, counts.survived]);
  }
});

test.each([
  ['a → b', '`a → b`'],
  ['`a` → b', '`` `a` → b ``'],
  ['x: `a` → b', '``x: `a` → b``'],
  ['x: `a` → ``', '``` x: `a` → `` ```'],
])('a change is written as code, whatever backticks it has: %s', (change, code) => {
  const counts = countsOf([]);
  const survivors = [{ place: 'a.ts:1', change }];
  const score = { package: 'arn', date: '', seed: 1, mutants: 1, sampled: 1, counts, survivors };
  expect(pageOf([score])).toContain(`\n- \`a.ts:1\` ${code}\n`);
});

test('nothing is explained that is no longer there', () => {
  const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
  expect(staleOf(readEquivalents(), read)).toEqual([]);
});

test('the score leaves out what does not compile and what changes nothing', () => {
  const mutant = {
    file: 'a.ts',
    start: 0,
    end: 1,
    line: 1,
    operator: 'number',
    original: '1',
    replacement: '2',
  } as const;
  const verdicts: readonly Outcome['verdict'][] = [
    'killed',
    'killed-beyond',
    'timeout',
    'survived',
    'compile-error',
    'equivalent',
  ];
  expect(scoreOf(countsOf(verdicts.map((verdict) => ({ mutant, verdict }))))).toBe(0.75);
  expect(scoreOf(countsOf([]))).toBe(1);
});

test.each(Object.keys(GOALS))('%s has sources and tests', (name) => {
  expect(sourcesOf(name).length).toBeGreaterThan(5);
  expect(sourcesOf(name).filter((file) => /\.test\.|\.gen\./.test(file))).toEqual([]);
  expect(testsOf(name).length).toBeGreaterThan(3);
});
