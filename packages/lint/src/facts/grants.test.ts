import { expect, test } from 'vitest';
import { lintText } from '../index.ts';
import type { PolicyType } from '@policywright/policy';

const RISKS = ['pass-role-with-star-in-action-and-resource', 'create-slr-with-star-in-action-and-resource'];

function risksOf(type: PolicyType, Principal?: string): readonly string[] {
  const Statement = [{ Effect: 'Allow', Principal, Action: '*', Resource: '*' }];
  const { findings } = lintText(JSON.stringify({ Version: '2012-10-17', Statement }), { type });
  return findings.map(({ code }) => code).filter((code) => RISKS.includes(code));
}

test('what an Allow gives away is reported where it gives something', () => {
  expect(risksOf('identity')).toHaveLength(2);
  expect(risksOf('resource', '*')).toHaveLength(2);
});

test.each(['scp', 'boundary', 'session'] as const)(
  'a policy of type %s is a filter, which gives nothing',
  (type) => {
    expect(risksOf(type)).toEqual([]);
  },
);

test.each(['rcp', 'vpcEndpoint'] as const)('a policy of type %s is a filter, which gives nothing', (type) => {
  expect(risksOf(type, '*')).toEqual([]);
});
