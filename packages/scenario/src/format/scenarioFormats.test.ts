import { expect, test } from 'vitest';
import type { ScenarioReport } from '../run/runScenarios.ts';
import { formatScenarioGithub } from './formatScenarioGithub.ts';
import { formatScenarioJunit } from './formatScenarioJunit.ts';
import { formatScenarioMarkdown } from './formatScenarioMarkdown.ts';
import { formatScenarioText } from './formatScenarioText.ts';

const REPORT: ScenarioReport = {
  total: 4,
  passed: 1,
  failed: 3,
  results: [
    { file: 'a.json', id: 'right', passed: true, expected: 'Allow', actual: 'Allow' },
    { file: 'a.json', id: 'wrong', passed: false, expected: 'Allow', actual: 'ImplicitDeny' },
    { file: 'a.json', id: 'bad', passed: false, expected: null, actual: null, error: '1:2: no action' },
    { file: 'b.json', id: '', passed: false, expected: null, actual: null, error: 'no JSON' },
  ],
};
const ALL_RIGHT: ScenarioReport = { ...REPORT, total: 1, failed: 0, results: REPORT.results.slice(0, 1) };

test('as text: a line for each failure, a file that could not be read by its name alone', () => {
  expect(formatScenarioText(REPORT)).toBe(
    [
      'FAIL a.json wrong: expected Allow, got ImplicitDeny',
      'FAIL a.json bad: 1:2: no action',
      'FAIL b.json: no JSON',
      '1 passed, 3 failed, 4 total\n',
    ].join('\n'),
  );
  expect(formatScenarioText(ALL_RIGHT)).toBe('1 passed, 0 failed, 1 total\n');
});

test('as Markdown: a row for each failure with what was decided, or why nothing was', () => {
  const [heading, empty, ...table] = formatScenarioMarkdown(REPORT).split('\n');
  expect([heading, empty, table.at(-1)]).toEqual(['## Scenarios: 1 passed, 3 failed', '', '']);
  const cells = table.slice(0, -1).map((row) => row.split('|').map((cell) => cell.trim()));
  expect(cells.filter((_, index) => index !== 1).map((row) => row.slice(1, -1))).toEqual([
    ['file', 'scenario', 'expected', 'decided'],
    ['`a.json`', 'wrong', 'Allow', 'ImplicitDeny'],
    ['`a.json`', 'bad', '', '`1:2:` no action'],
    ['`b.json`', '', '', 'no JSON'],
  ]);
});

test('as Markdown: without failures there is no table', () => {
  expect(formatScenarioMarkdown(ALL_RIGHT)).toBe('## Scenarios: 1 passed, 0 failed\n');
});

test('as workflow commands: an annotation for each failure, with the id as its title where there is one', () => {
  expect(formatScenarioGithub(REPORT)).toBe(
    [
      '::error file=a.json,title=wrong::expected Allow, got ImplicitDeny',
      '::error file=a.json,title=bad::1:2: no action',
      '::error file=b.json::no JSON\n',
    ].join('\n'),
  );
});

test('as JUnit: a suite for each file with its own counts', () => {
  expect(formatScenarioJunit(REPORT)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="policywright" tests="4" failures="1" errors="2">
  <testsuite name="a.json" tests="3" failures="1" errors="1">
    <testcase name="right" classname="a.json"/>
    <testcase name="wrong" classname="a.json">
      <failure message="expected Allow, got ImplicitDeny"/>
    </testcase>
    <testcase name="bad" classname="a.json">
      <error message="1:2: no action"/>
    </testcase>
  </testsuite>
  <testsuite name="b.json" tests="1" failures="0" errors="1">
    <testcase name="" classname="b.json">
      <error message="no JSON"/>
    </testcase>
  </testsuite>
</testsuites>
`);
});
