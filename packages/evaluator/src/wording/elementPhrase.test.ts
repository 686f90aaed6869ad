import { expect, test } from 'vitest';
import { textOf } from '../phrase/textOf.ts';
import type { ElementReport } from '../explanation/explanation.ts';
import { elementPhrase } from './elementPhrase.ts';

const REPORT: ElementReport = {
  element: 'Action',
  result: 'true',
  values: ['s3:Get*', 's3:GetObject'],
  requested: 's3:GetObject',
  value: undefined,
  unresolvedVariable: false,
  pointer: '/Statement/0/Action',
};

test.each<[string, Partial<ElementReport>, string]>([
  ['the value itself', { value: 's3:GetObject' }, '`s3:GetObject` is what the request asks for'],
  ['a pattern', { value: 's3:Get*' }, '`s3:Get*` covers `s3:GetObject`'],
  ['something', {}, 'covers `s3:GetObject`'],
  [
    'none of the values',
    { result: 'false', values: ['ec2:A', 'ec2:B'] },
    'is `ec2:A` or `ec2:B`, but the request has `s3:GetObject`',
  ],
  ['perhaps one', { result: 'undecided' }, '`s3:Get*` or `s3:GetObject` may or may not cover `s3:GetObject`'],
  [
    'one of them perhaps',
    { result: 'undecided', value: 's3:Get*' },
    '`s3:Get*` may or may not cover `s3:GetObject`',
  ],
  [
    'a variable without value',
    { result: 'false', unresolvedVariable: true, values: ['${a}'] },
    '`${a}` has a variable for which the request has no value',
  ],
  ['nothing that is left out', { element: 'NotAction' }, 'does not list `s3:GetObject`'],
  [
    'what is left out',
    { element: 'NotAction', result: 'false', value: 's3:Get*' },
    'leaves out `s3:Get*`, and the request is for `s3:GetObject`',
  ],
])('an element that covers by %s', (_, parts, expected) => {
  expect(textOf(elementPhrase({ ...REPORT, ...parts }))).toBe(expected);
});

test('a value that goes along with the request is marked where the two part, and stands first', () => {
  const values = ['arn:aws:s3:::logs/*', 'arn:aws:s3:::reports/2026/a.csv'];
  const requested = 'arn:aws:s3:::reports/2026/b.csv';
  const common = 'arn:aws:s3:::reports/2026/'.length;
  expect(elementPhrase({ ...REPORT, element: 'Resource', result: 'false', values, requested })).toEqual([
    'is ',
    { code: values[1], mark: common },
    ' or ',
    { code: values[0] },
    ', but the request has ',
    { code: requested, mark: common },
  ]);
});

test('values that have nothing in common with the request have no mark', () => {
  const values = ['ec2:A', 'ec2:B'];
  expect(elementPhrase({ ...REPORT, result: 'false', values })).toEqual([
    'is ',
    { code: 'ec2:A' },
    ' or ',
    { code: 'ec2:B' },
    ', but the request has ',
    { code: 's3:GetObject' },
  ]);
});
