import { expect, test } from 'vitest';
import type { ScenarioDiagnostic } from '../model/scenarioDiagnostic.ts';
import { describeErrors } from './describeErrors.ts';

const START = { offset: 20, line: 2, column: 5 };
const PLACED: ScenarioDiagnostic = {
  code: 'scenario-action',
  severity: 'error',
  message: '`x` is no action',
  path: '/action',
  range: { start: START, end: START },
};
const BY_PATH: ScenarioDiagnostic = { ...PLACED, range: undefined };

test.each<readonly [string, readonly ScenarioDiagnostic[], string]>([
  ['its line and column', [PLACED], '2:5: `x` is no action'],
  ['its path where it has no range', [BY_PATH], '/action: `x` is no action'],
  ['no place where it is of the whole', [{ ...BY_PATH, path: '' }], '`x` is no action'],
  ['its help', [{ ...PLACED, help: 'write y' }], '2:5: `x` is no action (write y)'],
  ['how many more there are', [PLACED, BY_PATH, BY_PATH], '2:5: `x` is no action; 2 more'],
  [
    'nothing of a warning before or behind it',
    [{ ...BY_PATH, severity: 'warning', message: 'first' }, PLACED, { ...PLACED, severity: 'warning' }],
    '2:5: `x` is no action',
  ],
  ['that it is so, where no error says why', [], 'the scenario could not be read'],
])('the first error is told with %s', (_, diagnostics, line) => {
  expect(describeErrors(diagnostics)).toBe(line);
});
