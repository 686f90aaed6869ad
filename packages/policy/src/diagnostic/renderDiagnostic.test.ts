import { expect, test } from 'vitest';
import { parsePolicy } from '../read/parsePolicy.ts';
import { policyFromValue } from '../read/policyFromValue.ts';
import { renderDiagnostic, type RenderDiagnosticOptions } from './renderDiagnostic.ts';

function renderFirst(source: string, options?: RenderDiagnosticOptions): string {
  const diagnostic = parsePolicy(source).diagnostics[0];
  if (diagnostic === undefined) throw new Error('expected a finding');
  return renderDiagnostic(diagnostic, source, options);
}

test('shows place, line, carets, help and pointer', () => {
  const source = '{\n\t"Version": "2012",\r\n"Statement": []}';
  expect(renderFirst(source, { file: 'p.json' }).split('\n')).toEqual([
    'error[invalid-version]: found `2012` in `Version`, expected `2012-10-17` or `2008-10-17`',
    ' --> p.json:2:13',
    '  |',
    '2 |   "Version": "2012",',
    '  |              ^^^^^^',
    '  = help: it names the version of the language, not of your policy: write `2012-10-17`',
    '  = at: /Version',
  ]);
});

test('shows one caret where something is missing', () => {
  expect(renderFirst('{"Statement": [').split('\n')[4]).toBe(`  | ${' '.repeat(15)}^`);
});

test('cuts a long line around the finding', () => {
  const lines = renderFirst(
    `{"Version":"2012-10-17",${' '.repeat(1000)}"Oops":1,${' '.repeat(1_000_000)}"Statement":[]}`,
  ).split('\n');
  const [line = '', carets = ''] = lines.slice(3, 5);
  expect(line.length).toBeLessThan(140);
  expect(line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('"Oops"');
});

test('keeps control characters and bidirectional controls of the document from the terminal', () => {
  const text = renderFirst('{"\u202e\u001b[2J":1,"Statement":[]} ', { file: 'a\u001b.json' });
  for (const unsafe of ['\u001b', '\u202e']) expect(text).not.toContain(unsafe);
  expect(text).toContain('\\u202e\\u001b[2J');
});

test('colours only when asked to: by severity what is wrong, its words bold, the frame blue', () => {
  const source = '{ "a": 1 }';
  const range = { start: { offset: 2, line: 1, column: 3 }, end: { offset: 5, line: 1, column: 6 } };
  const finding = { code: 'x', message: 'found `a`', path: '/a', range, help: 'leave it out' };
  const options = { file: 'p.json', color: true };
  const blue = (text: string): string => `\u001b[34m${text}\u001b[0m`;
  const lines = (severity: string, tone: string): readonly string[] => [
    `\u001b[${tone}m${severity}[x]\u001b[0m\u001b[1m: found \`a\`\u001b[0m`,
    ` ${blue('-->')} p.json:1:3`,
    `  ${blue('|')}`,
    `${blue('1')} ${blue('|')} { "a": 1 }`,
    `  ${blue('|')} \u001b[${tone}m  ^^^\u001b[0m`,
    `  ${blue('=')} help: leave it out`,
    `  ${blue('=')} at: /a`,
  ];
  for (const [severity, tone] of [
    ['error', '31'],
    ['warning', '33'],
  ] as const)
    expect(renderDiagnostic({ ...finding, severity }, source, options).split('\n')).toEqual(
      lines(severity, tone),
    );
  expect(renderFirst('[')).not.toContain('\u001b[');
});

test('shows a line of 120 characters whole, and a longer one with a mark at each end that is cut', () => {
  const show = (source: string, offset: number): string => {
    const start = { offset, line: 1, column: offset + 1 };
    const range = { start, end: { offset: offset + 3, line: 1, column: offset + 4 } };
    const finding = { code: 'x', severity: 'error', message: 'm', path: '', range };
    return renderDiagnostic(finding, source).split('\n')[3]?.slice('1 | '.length) ?? '';
  };
  expect(show('x'.repeat(120), 50)).toBe('x'.repeat(120));
  expect(show('x'.repeat(121), 0)).toBe(`${'x'.repeat(120)}…`);
  expect(show(`${'a'.repeat(500)}${'x'.repeat(500)}`, 500)).toBe(`…${'a'.repeat(30)}${'x'.repeat(90)}…`);
  expect(show(`${'a'.repeat(500)}xyz`, 500)).toBe(`…${'a'.repeat(30)}xyz`);
});

test('shows a diagnostic without range by its pointer', () => {
  const diagnostic = policyFromValue({ Statement: [{}] }).diagnostics[0];
  if (diagnostic === undefined) throw new Error('expected a finding');
  expect(renderDiagnostic(diagnostic, '', { file: 'p.json' }).split('\n')).toEqual([
    'error[missing-effect]: found a statement without `Effect`',
    ' --> p.json',
    '  = help: add `"Effect": "Allow"` or `"Effect": "Deny"`',
    '  = at: /Statement/0',
  ]);
});

test('shows findings of other packages, with codes and severities of their own', () => {
  const finding = { code: 'style/no-sid', severity: 'hint', message: 'found no `Sid`', path: '' };
  expect(renderDiagnostic(finding, '')).toBe('hint[style/no-sid]: found no `Sid`');
  const start = { offset: 2, line: 1, column: 3 };
  const range = { start, end: { offset: 5, line: 1, column: 6 } };
  expect(
    renderDiagnostic({ ...finding, range, help: undefined }, '{ "a": 1 }')
      .split('\n')
      .at(-1),
  ).toBe('  |   ^^^');
});
