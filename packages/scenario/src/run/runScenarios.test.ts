import { expect, test } from 'vitest';
import { formatScenarioJson } from '../format/formatScenarioJson.ts';
import { formatScenarioJunit } from '../format/formatScenarioJunit.ts';
import { formatScenarioText } from '../format/formatScenarioText.ts';
import { readScenarios } from '../read/readScenarios.ts';
import { runScenarios } from './runScenarios.ts';

const allow = {
  principal: 'arn:aws:iam::111122223333:user/alice',
  action: 'ecs:RunTask',
  resource: '*',
  policies: { identity: [{ Statement: { Effect: 'Allow', Action: 'ecs:*', Resource: '*' } }] },
};
const scenarios = [
  { ...allow, id: 'right', expected: 'Allow' },
  { ...allow, id: 'wrong <&">', expected: 'ImplicitDeny' },
  { ...allow, id: 'bad', action: 'x', expected: 'Allow' },
  { ...allow, id: 'asks' },
];
const files = [
  readScenarios(JSON.stringify(scenarios), { file: 'a.json' }),
  readScenarios('{', { file: 'b.json' }),
];
const report = runScenarios(files);

test('scenarios that expect a decision are run, each failure is told', () => {
  expect(report).toMatchObject({ total: 4, passed: 1, failed: 3 });
  expect(report.results.map((result) => ({ ...result, error: undefined }))).toEqual([
    { file: 'a.json', id: 'right', passed: true, expected: 'Allow', actual: 'Allow', error: undefined },
    {
      file: 'a.json',
      id: 'wrong <&">',
      passed: false,
      expected: 'ImplicitDeny',
      actual: 'Allow',
      error: undefined,
    },
    { file: 'a.json', id: 'bad', passed: false, expected: 'Allow', actual: null, error: undefined },
    { file: 'b.json', id: '', passed: false, expected: null, actual: null, error: undefined },
  ]);
  expect(report.results[2]?.error).toMatch(/^1:\d+: `x` is no action \(/);
});

test('a decider that throws fails its scenario only', () => {
  const result = runScenarios(files, ({ id }) => {
    if (id === 'right') throw new Error('boom');
    return 'ImplicitDeny';
  });
  expect(result.results.slice(0, 2)).toMatchObject([
    { error: 'internal error: Error: boom' },
    { passed: true },
  ]);
});

test('text ends with the counts', () => {
  const lines = formatScenarioText(report).split('\n');
  expect(lines[0]).toBe('FAIL a.json wrong <&">: expected ImplicitDeny, got Allow');
  expect(lines.slice(-2)).toEqual(['1 passed, 3 failed, 4 total', '']);
});

test('JSON is the report', () => {
  expect(JSON.parse(formatScenarioJson(report))).toEqual(report);
});

test('JUnit tells failures from errors and escapes what it prints', () => {
  const xml = formatScenarioJunit(report);
  expect(xml).toContain('<testsuites name="policywright" tests="4" failures="1" errors="2">');
  expect(xml).toContain('<testcase name="wrong &lt;&amp;&quot;&gt;" classname="a.json">');
  expect(xml).toContain('<failure message="expected ImplicitDeny, got Allow"/>');
  expect(xml).toContain('<testcase name="right" classname="a.json"/>');
});
