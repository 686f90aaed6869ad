import { describe, expect, test } from 'vitest';
import { callTo, identity } from '../_testing/given.ts';
import type { OperationDiagnostic } from '../model/operationDiagnostic.ts';
import { settleChecks } from './settleChecks.ts';
import { simulateOperation } from './simulateOperation.ts';

const { checks } = simulateOperation(identity({ Action: 'ec2:*' }), callTo('ec2:DescribeInstances', {}));
const warning: OperationDiagnostic = {
  code: 'missing-member',
  severity: 'warning',
  message: 'a member is missing',
  path: '/input',
};
const error: OperationDiagnostic = { ...warning, severity: 'error', message: 'this cannot be called' };

describe('settleChecks', () => {
  test('allows in spite of a warning, and hands it on', () => {
    expect(settleChecks(checks, { diagnostics: [warning] })).toEqual({
      answer: 'Allow',
      checks,
      unknown: [],
      unlisted: [],
      diagnostics: [warning],
    });
  });

  test('never allows a call with an error, and names the error alone', () => {
    expect(settleChecks(checks, { diagnostics: [warning, error] })).toMatchObject({
      answer: 'Depends',
      unknown: ['this cannot be called'],
      diagnostics: [warning, error],
    });
  });

  test('allows nothing where nothing is checked', () => {
    expect(settleChecks([]).answer).toBe('Depends');
    const perhaps = checks.map((check) => ({ ...check, need: 'perhaps' as const }));
    expect(settleChecks(perhaps, { perhaps: 'ignore' }).answer).toBe('Depends');
    expect(settleChecks(perhaps).answer).toBe('Allow');
  });

  test('denies a call with an error, too, where one check is denied', () => {
    const denied = simulateOperation(identity({ Action: 's3:*' }), callTo('ec2:DescribeInstances', {}));
    expect(settleChecks(denied.checks, { diagnostics: [error] })).toMatchObject({
      answer: 'Denied',
      unknown: [],
    });
  });
});
