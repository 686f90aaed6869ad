import type { ManagedPolicy } from '@policywright-tooling/conformance/managed-policies';
import { RULES, type Rule } from '@policywright/lint';
import { expect, test } from 'vitest';
import { findingsByRule, managedFindings } from './managedFindings.ts';

const policy = (name: string, statement: object): ManagedPolicy => ({
  name,
  arn: `arn:aws:iam::aws:policy/${name}`,
  document: { Version: '2012-10-17', Statement: { Effect: 'Allow', Resource: '*', ...statement } },
});
const policies = [
  policy('A', { Action: ['s3:GetObjec', 's3:PutObjec'] }),
  policy('B', { Action: ['s3:GetObjec', 'sqs:*'] }),
  policy('C', { Effect: 'Deny', NotAction: 'sts:*' }),
];
const ruleOf = (id: string): Rule | undefined => RULES.find((rule) => rule.id === id);

test('the findings of one rule tell the policy and the place', () => {
  const findings = managedFindings(policies, ruleOf('invalid-action'));
  expect(findings.map(({ policy, code, path }) => `${policy} ${code} ${path}`)).toEqual([
    'A invalid-action /Statement/Action/0',
    'A invalid-action /Statement/Action/1',
    'B invalid-action /Statement/Action/0',
  ]);
});

test('a rule that is off unless asked for is run when it is asked for', () => {
  const optional = 'deny-notaction-review';
  expect(managedFindings(policies).filter(({ code }) => code === optional)).toEqual([]);
  expect(managedFindings(policies, ruleOf(optional)).map(({ policy }) => policy)).toEqual(['C']);
});

test('findings are counted by rule, and policies once', () => {
  const rows = findingsByRule(managedFindings(policies)).rows;
  expect(rows.find(([rule]) => rule === 'invalid-action')).toEqual(['invalid-action', 'error', '3', '2']);
  const counts = rows.map(([, , count]) => Number(count));
  expect(counts).toEqual([...counts].sort((a, b) => b - a));
});
