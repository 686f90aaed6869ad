import type { AccountDiagnostic } from '@policywright/account';
import { expect, test } from 'vitest';
import { reportFindings } from './reportFindings.ts';

function linesOf(diagnostics: readonly AccountDiagnostic[]): readonly string[] {
  let written = '';
  const stderr = { write: (text: string): void => void (written += text), isTTY: false };
  reportFindings({ stderr } as Parameters<typeof reportFindings>[0], diagnostics);
  return written.split('\n').slice(0, -1);
}

const finding = (at: number, parts: Partial<AccountDiagnostic> = {}): AccountDiagnostic =>
  ({
    severity: 'warning',
    code: 'x',
    message: `m${at}`,
    file: 'a.json',
    path: '',
    ...parts,
  }) as AccountDiagnostic;
const many = (count: number): readonly AccountDiagnostic[] =>
  Array.from({ length: count }, (_, at) => finding(at));

test('twenty findings are written, and how many more there are', () => {
  expect(linesOf(many(20))).toHaveLength(20);
  expect(linesOf(many(20)).at(-1)).toBe('a.json: warning[x]: m19');
  expect(linesOf(many(22)).slice(19)).toEqual(['a.json: warning[x]: m19', 'and 2 more']);
});

test('errors come first, with their place, their path and what helps', () => {
  const start = { line: 3, column: 7 } as AccountDiagnostic['start'];
  expect(
    linesOf([
      finding(0),
      finding(1, { severity: 'error', path: '/Roles', start, help: 'mend it' } as object),
    ]),
  ).toEqual(['a.json:3:7 (/Roles): error[x]: m1', '  help: mend it', 'a.json: warning[x]: m0']);
});
