import { expect, test } from 'vitest';
import { compareWithBaseline, createBaseline, type FileFindings, type Finding } from '../index.ts';

const finding = (code: string, message: string, path = '/Statement/0'): Finding => ({
  code,
  message,
  path,
  severity: 'error',
  range: undefined,
  aliases: {},
});
const files = (...findings: readonly Finding[]): readonly FileFindings[] => [{ file: 'a.json', findings }];

test('what a baseline has is not fresh, wherever it moved', () => {
  const baseline = createBaseline(files(finding('x', 'm')));
  const { fresh, known, gone } = compareWithBaseline(
    files(finding('x', 'm', '/Statement/7'), finding('y', 'm')),
    baseline,
  );
  expect(fresh[0]?.findings.map(({ code }) => code)).toEqual(['y']);
  expect([known, gone]).toEqual([1, []]);
});

test('a second finding of the same words is fresh', () => {
  const baseline = createBaseline(files(finding('x', 'm')));
  expect(
    compareWithBaseline(files(finding('x', 'm'), finding('x', 'm')), baseline).fresh[0]?.findings,
  ).toHaveLength(1);
});

test('another file is another finding', () => {
  const baseline = createBaseline(files(finding('x', 'm')));
  const other = [{ file: 'b.json', findings: [finding('x', 'm')] }];
  expect(compareWithBaseline(other, baseline).fresh[0]?.findings).toHaveLength(1);
});

test('what is no longer found is named', () => {
  const baseline = createBaseline(files(finding('x', 'm'), finding('x', 'm'), finding('y', 'n')));
  const { gone } = compareWithBaseline(files(finding('x', 'm')), baseline);
  expect(gone).toEqual([
    { file: 'a.json', code: 'x', message: 'm', count: 1 },
    { file: 'a.json', code: 'y', message: 'n', count: 1 },
  ]);
});

test('the order of findings does not matter', () => {
  const a = finding('x', 'm');
  const b = finding('y', 'n');
  expect(createBaseline(files(a, b))).toEqual(createBaseline(files(b, a)));
});
