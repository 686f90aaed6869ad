import { compile, type PolicySet, type Principal } from '@policywright/evaluator';
import { parsePolicy, type Policy } from '@policywright/policy';
import { describe, expect, test } from 'vitest';
import { canEver } from './canEver.ts';

const RESOURCE = 'arn:aws:s3:::b/k';
const ACTION = 's3:GetObject';

function policy(members: object): Policy {
  const Statement = { Effect: 'Allow', Action: ACTION, Resource: RESOURCE, ...members };
  const result = parsePolicy(JSON.stringify({ Version: '2012-10-17', Statement }));
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  return result.policy;
}

const ALL = policy({});
const CALLERS: readonly Principal[] = [
  'arn:aws:iam::111122223333:user/alice',
  'arn:aws:iam::111122223333:role/app',
  'arn:aws:sts::111122223333:assumed-role/app/run',
  'arn:aws:sts::111122223333:federated-user/bob',
  'arn:aws:iam::111122223333:root',
  'anonymous',
  { service: 'ecs.amazonaws.com' },
];

const SETS: Readonly<Record<string, PolicySet>> = {
  'identity-based policies': { identity: [ALL] },
  'a resource policy for everybody': { resource: policy({ Principal: '*' }) },
  'a resource policy for an account': { resource: policy({ Principal: { AWS: '111122223333' } }) },
  'a resource policy for a role': {
    resource: policy({ Principal: { AWS: 'arn:aws:iam::111122223333:role/app' } }),
  },
  both: { identity: [ALL], resource: policy({ Principal: { AWS: '111122223333' } }) },
  'a boundary too': { identity: [ALL], boundary: [ALL] },
};

/**
 * Whether the request is decided `Allow` under what the caller's own policies may be; where they are left open, as something
 * that they do not allow by themselves.
 */
function isAllowed(set: PolicySet, principal: Principal, resourceAccount: string): boolean {
  const request = { principal, action: ACTION, resource: RESOURCE, resourceAccount, context: {} };
  const allows = (one: PolicySet): boolean => compile(one).decide(request) === 'Allow';
  if (set.identity !== undefined) return allows(set);
  const own: readonly PolicySet[] = [
    { identity: [] },
    { identity: [ALL] },
    { identity: [ALL], session: [ALL] },
  ];
  return own.some((policies) => allows({ ...set, ...policies }) && !allows(policies));
}

// A caller that is given is never one of those who do not count.
describe.each(['111122223333', '444455556666'])('a resource of %s', (resourceAccount) => {
  test.each(Object.entries(SETS))('what a given caller can do by %s is never proved away', (_, set) => {
    for (const principal of CALLERS) {
      const options = { principal, resourceAccount };
      const any = canEver(
        set,
        { actions: [ACTION], resources: [RESOURCE] },
        { ...options, ownPolicies: 'any' },
      );
      if (isAllowed(set, principal, resourceAccount))
        expect([principal, any.answer]).toEqual([principal, 'yes']);
      const none = canEver(set, { actions: [ACTION], resources: [RESOURCE] }, options);
      const request = { principal, action: ACTION, resource: RESOURCE, resourceAccount, context: {} };
      if (compile(set).decide(request) === 'Allow')
        expect([principal, none.answer]).toEqual([principal, 'yes']);
    }
  });
});
