import type { PolicyDocument } from '@policywright/policy';
import { compile } from '@policywright/evaluator';
import { describe, expect, test } from 'vitest';
import { readScenarios } from '../read/readScenarios.ts';
import { policySetOf } from './policySetOf.ts';
import { printScenario } from './printScenario.ts';
import { requestOf } from './requestOf.ts';
import type { AnyPolicySetDocument, ScenarioDocument } from '../model/scenarioDocument.ts';

const NONE = { identity: [], boundary: [], session: [], scps: [], rcps: [] };
const READ: PolicyDocument = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*' }],
};
const THROUGH: ScenarioDocument<AnyPolicySetDocument> = {
  id: 'through-access-point',
  principal: 'arn:aws:iam::444455556666:user/ada',
  action: 's3:GetObject',
  resource: 'arn:aws:s3:eu-west-1:111122223333:accesspoint/images/object/a.png',
  underlying: [
    'arn:aws:s3-object-lambda:eu-west-1:111122223333:accesspoint/x',
    { resource: 'arn:aws:s3:::b', resourceAccount: '111122223333' },
  ],
  context: {},
  policies: { ...NONE, resource: [READ, null, READ] },
};
const DECRYPT: ScenarioDocument<AnyPolicySetDocument> = {
  id: 'decrypt',
  principal: 'arn:aws:iam::111122223333:user/ada',
  action: 'kms:Decrypt',
  resource: 'arn:aws:kms:eu-west-1:111122223333:key/k',
  context: {},
  policies: {
    ...NONE,
    resource: { default: 'key-policy' },
    grants: [{ grantee: 'arn:aws:iam::111122223333:user/ada', operations: ['Decrypt'] }],
  },
};

describe('a scenario in code is what its file says', () => {
  test.each([
    ['chain of resources', THROUGH],
    ['default policy and grants', DECRYPT],
  ])('%s', (...[, scenario]) => {
    const [read] = readScenarios(printScenario(scenario)).scenarios;
    expect(read?.diagnostics).toEqual([]);
    const request = requestOf(scenario);
    const set = policySetOf(scenario.policies, scenario.flags, request);
    if (read === undefined || !read.ok || read.asks !== 'action')
      throw new Error('the file could not be read');
    expect(read.scenario.request).toEqual(request);
    expect(statements(read.scenario.policies)).toEqual(statements(set));
    expect(read.scenario.policies.grants).toEqual(set.grants);
    expect(compile(read.scenario.policies).decide(request)).toBe(compile(set).decide(request));
  });
});

/** The texts of what hangs on resources. */
function statements({ resource, underlying }: ReturnType<typeof policySetOf>): unknown {
  const text = JSON.stringify([resource, underlying]);
  return JSON.parse(text, (name, value: unknown) =>
    ['start', 'end', 'root', 'type'].includes(name) ? undefined : value,
  );
}

test('a default policy needs a KMS key, a chain a resource for each policy', () => {
  const policies = { ...NONE, resource: { default: 'key-policy' as const } };
  expect(() => policySetOf(policies)).toThrow('a default key policy needs the request');
  expect(() =>
    policySetOf({ ...NONE, resource: [READ, READ] }, {}, { resource: '*', underlying: [] }),
  ).toThrow('there are 2 policies and only 1 resources');
});
