import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '@policywright/lint';
import { expect, test } from 'vitest';
import { evidence } from './evidence.js';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const counts = new Map(
  evidence()
    .split('\n')
    .slice(2)
    .map((row) => {
      const [, what = '', count = ''] = row.split('|').map((cell) => cell.trim());
      return [what.split(/,| that | written | across | of the linter/)[0] ?? '', Number(count)] as const;
    }),
);

test.each<[string, number]>([
  ['rules of the language', 190],
  ['scenarios', 1100],
  ['properties', 28],
  ['faults', 30],
  ['checks', 200],
  ['functions', 20],
  ['calls of the command whose exit code and streams are held', 200],
  ['random faults put into the code', 30],
  ['of these', 30],
])('counts %s, of which there are at least %d', (what, least) => {
  expect(counts.get(what)).toBeGreaterThanOrEqual(least);
});

test('what prose says of the number of checks is their number', () => {
  for (const file of [
    'README.md',
    'packages/lint/README.md',
    'apps/docs/pages/comparison.md',
    'apps/docs/pages/index.md',
  ]) {
    const text = readFileSync(join(ROOT, file), 'utf8');
    for (const [, count] of text.matchAll(/\b(\d{3})(?: lint)? rules\b/g))
      expect([file, Number(count)]).toEqual([file, RULES.length]);
  }
});

test('the page says as many scenarios as there are', () => {
  const page = readFileSync(join(ROOT, 'apps/docs/pages/trust.md'), 'utf8');
  const [, said = ''] = /More than ([\d,]+) requests/.exec(page) ?? [];
  const scenarios = counts.get('scenarios') ?? 0;
  expect(scenarios).toBeGreaterThanOrEqual(Number(said.replace(',', '')));
  expect(scenarios).toBeLessThan(Number(said.replace(',', '')) + 200);
});
