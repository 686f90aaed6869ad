import { locate, parsePolicy, positionAt } from '@policywright/policy';
import * as positions from '@policywright/policy/positions';
import { expect, test } from 'vitest';

test('the entry for positions exports the very functions of the main entry', () => {
  expect(positions).toMatchObject({ locate, positionAt });
  expect(Object.keys(positions).toSorted()).toEqual([
    'createPositionFinder',
    'describeNode',
    'locate',
    'positionAt',
  ]);
});

test('it finds the place of a statement in the text that a policy was parsed from', () => {
  const text =
    '{\n  "Version": "2012-10-17",\n  "Statement": { "Effect": "Deny", "Action": "*", "Resource": "*" }\n}';
  const result = parsePolicy(text);
  const policy = result.ok ? result.policy : undefined;
  const statement = policy && positions.locate(policy.root, '/Statement');
  expect(positions.positionAt(text, statement?.start ?? 0)).toEqual({
    offset: text.indexOf('{ "Effect"'),
    line: 3,
    column: 16,
  });
});
