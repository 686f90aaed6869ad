import { services } from '@policywright/catalog';
import { compile, type PolicySet } from '@policywright/evaluator';
import { policyFromValue } from '@policywright/policy';
import { expect, test } from 'vitest';

// The reference names OpenSearch Service by its older prefix too: its domains have actions of `es`.
const BESIDE = ['es'];

test('S169: RCPs bind the services for which the catalog says so, and the domains of OpenSearch', () => {
  const statement = (Effect: string): object => ({ Effect, Action: '*', Resource: '*' });
  const read = (value: object): NonNullable<PolicySet['identity']>[number] => {
    const result = policyFromValue({ Version: '2012-10-17', Statement: value });
    if (!result.ok) throw new Error('not a policy');
    return result.policy;
  };
  const { decide } = compile({
    identity: [read(statement('Allow'))],
    rcps: [[read({ ...statement('Deny'), Principal: '*' })]],
  });
  const principal = 'arn:aws:iam::111122223333:user/alice';
  const differing = services().filter(({ prefix, resourceControlPolicies }) => {
    const decision = decide({ principal, action: `${prefix}:SomeAction`, resource: '*' });
    return (decision === 'ExplicitDeny') !== resourceControlPolicies;
  });
  expect(differing.map(({ prefix }) => prefix)).toEqual(BESIDE);
});
