import { expect, test } from 'vitest';
import { compareLint, type JsonFinding } from './lintComparison.ts';

const finding = (code: string, changes: Partial<JsonFinding> = {}): JsonFinding => ({
  file: 'a.json',
  code,
  severity: 'error',
  message: 'found it',
  path: '/Statement/0',
  line: 3,
  ...changes,
});

test('findings of the same file, rule and place are the same, in whatever words', () => {
  const { gone, fresh, regraded } = compareLint(
    [finding('invalid-action')],
    [finding('invalid-action', { message: 'found something', line: 4 })],
  );
  expect([gone, fresh, regraded]).toEqual([[], [], []]);
});

test('findings that only one build has are told, also the second in one place', () => {
  const second = finding('invalid-action', { message: 'found another' });
  const { gone, fresh } = compareLint(
    [finding('invalid-action'), second, finding('missing-version')],
    [finding('invalid-action'), finding('missing-version', { file: 'b.json' })],
  );
  expect(gone).toEqual([second, finding('missing-version')]);
  expect(fresh).toEqual([finding('missing-version', { file: 'b.json' })]);
});

test('another severity is no other finding, but is told', () => {
  const { gone, fresh, regraded } = compareLint(
    [finding('invalid-action')],
    [finding('invalid-action', { severity: 'info' })],
  );
  expect([gone, fresh]).toEqual([[], []]);
  expect(regraded).toEqual([{ ...finding('invalid-action', { severity: 'info' }), was: 'error' }]);
});

test('the table has the rules of which most changed first', () => {
  const { table } = compareLint(
    [finding('a-rule'), finding('b-rule'), finding('b-rule', { path: '/Statement/1' })],
    [finding('a-rule'), finding('c-rule')],
  );
  expect(table.headings).toEqual(['rule', 'before', 'after', 'gone', 'new']);
  expect(table.rows).toEqual([
    ['b-rule', '2', '0', '2', '0'],
    ['c-rule', '0', '1', '0', '1'],
    ['a-rule', '1', '1', '0', '0'],
  ]);
});
