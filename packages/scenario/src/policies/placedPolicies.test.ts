import type { Policy } from '@policywright/policy';
import { expect, test } from 'vitest';
import { actionScenario } from '../read/actionScenario.ts';
import { readScenarios } from '../read/readScenarios.ts';
import { mapPolicies, placedPolicies } from './placedPolicies.ts';

const document = (action: string): object => ({
  Statement: { Effect: 'Deny', Action: action, Resource: '*' },
});
const resourceDocument = (action: string): object => ({
  Statement: { Effect: 'Deny', Principal: '*', Action: action, Resource: '*' },
});
/** Where each action is denied, layer by layer. */
const LAYERS = {
  identity: [document('s3:A'), document('s3:B')],
  boundary: [document('s3:C')],
  session: [document('s3:D')],
  scps: [[document('s3:E')], [document('s3:F'), document('s3:G')]],
  rcps: [[resourceDocument('s3:H')], [resourceDocument('s3:I')]],
  vpcEndpoint: [resourceDocument('s3:J')],
};

const SCENARIO = {
  principal: 'arn:aws:iam::111122223333:user/ada',
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::b/k',
};

function policiesOf(changes: object): Parameters<typeof placedPolicies>[0] {
  const text = JSON.stringify({ ...SCENARIO, ...changes });
  const scenario = actionScenario(readScenarios(text).scenarios[0]);
  if (scenario === undefined) throw new Error('it cannot be read');
  return scenario.policies;
}

const deniedIn = ({ statements }: Policy): string =>
  statements.map(({ action }) => action.values.join()).join();
const placesOf = (set: Parameters<typeof placedPolicies>[0]): object =>
  Object.fromEntries(placedPolicies(set).map(({ pointer, policy }) => [deniedIn(policy), pointer]));

test('each policy stands where the evaluator says that it does', () => {
  const several = [resourceDocument('s3:K'), resourceDocument('s3:L')];
  const underlying = ['arn:aws:s3:::c', 'arn:aws:s3:::d'];
  expect(placesOf(policiesOf({ policies: { ...LAYERS, resource: several } }))).toEqual({
    's3:A': '/identity/0',
    's3:B': '/identity/1',
    's3:C': '/boundary/0',
    's3:D': '/session/0',
    's3:E': '/scps/0/0',
    's3:F': '/scps/1/0',
    's3:G': '/scps/1/1',
    's3:H': '/rcps/0/0',
    's3:I': '/rcps/1/0',
    's3:J': '/vpcEndpoint/0',
    's3:K': '/resource/0',
    's3:L': '/resource/1',
  });
  const own = [resourceDocument('s3:M'), null, resourceDocument('s3:N')];
  expect(placesOf(policiesOf({ underlying, policies: { resource: own } }))).toEqual({
    's3:M': '/resource',
    's3:N': '/underlying/1',
  });
});

test('replacing policies leaves grants, flags and absent layers as they are', () => {
  const grants = [{ grantee: SCENARIO.principal, operations: ['Decrypt'] }];
  const flags = { serviceLinkedRole: true };
  const set = policiesOf({ flags, policies: { identity: [document('s3:A')], grants } });
  const mapped = mapPolicies(set, (policy) => ({ ...policy, statements: [] }));
  expect(mapped).toMatchObject({ flags, grants, identity: [{ statements: [] }] });
  expect(mapped.scps).toBeUndefined();
  expect(mapped.resource).toBeUndefined();
  expect(mapPolicies(set, (policy) => policy)).toEqual(set);
});
