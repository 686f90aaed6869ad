import type { AnyPolicySetDocument, PolicyDocument } from '@policywright/scenario';
import { expect, test } from 'vitest';
import { simplerSets } from './simplerSets.ts';

const document = (...actions: readonly string[]): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Action: actions.length === 1 ? (actions[0] ?? '*') : actions, Resource: '*' },
  ],
});
const NOTHING: AnyPolicySetDocument = {
  identity: [],
  resource: null,
  boundary: [],
  session: [],
  scps: [],
  rcps: [],
};
const simpler = (set: Partial<AnyPolicySetDocument>): readonly AnyPolicySetDocument[] => [
  ...simplerSets({ ...NOTHING, ...set }),
];

test('a set without policies has none that is simpler', () => {
  expect(simpler({})).toEqual([]);
});

test.each(['identity', 'boundary', 'session', 'vpcEndpoint'] as const)(
  '%s is first left out, then made simpler',
  (layer) => {
    const found = simpler({ [layer]: [document('s3:A', 's3:B')] });
    expect(found[0]).toEqual({ ...NOTHING, [layer]: [] });
    expect(found).toContainEqual({ ...NOTHING, [layer]: [document('s3:A')] });
    expect(found).toContainEqual({ ...NOTHING, [layer]: [document('s3:B')] });
  },
);

test('of several documents each is left out', () => {
  const found = simpler({ identity: [document('s3:A'), document('s3:B')] });
  expect(found).toContainEqual({ ...NOTHING, identity: [document('s3:A')] });
  expect(found).toContainEqual({ ...NOTHING, identity: [document('s3:B')] });
});

test.each(['scps', 'rcps'] as const)('%s lose their levels and the documents of these', (layer) => {
  const [a, b] = [document('s3:A'), document('s3:B')];
  const found = simpler({ [layer]: [[a, b], [b]] });
  expect(found).toContainEqual({ ...NOTHING, [layer]: [] });
  expect(found).toContainEqual({ ...NOTHING, [layer]: [[b]] });
  expect(found).toContainEqual({ ...NOTHING, [layer]: [[a, b]] });
  expect(found).toContainEqual({ ...NOTHING, [layer]: [[a], [b]] });
});

test('what limits is put in the place of what it limits', () => {
  const [a] = [document('s3:A')];
  expect(simpler({ boundary: [a] })).toContainEqual({ ...NOTHING, identity: [a] });
  expect(simpler({ session: [a] })).toContainEqual({ ...NOTHING, identity: [a] });
  expect(simpler({ scps: [[a], [a]] })).toContainEqual({ ...NOTHING, identity: [a, a] });
});

test('the policy of the resource is left out, or made simpler, one of several as well', () => {
  const both = document('s3:A', 's3:B');
  const found = simpler({ resource: both });
  expect(found[0]).toEqual(NOTHING);
  expect(found).toContainEqual({ ...NOTHING, resource: document('s3:A') });
  const several = simpler({ resource: [both, null] });
  expect(several).toContainEqual({ ...NOTHING, resource: [document('s3:A'), null] });
  expect(several).toContainEqual({ ...NOTHING, resource: [both] });
  expect(simpler({ resource: { default: 'key-policy' } })).toEqual([NOTHING]);
});

test('a grant loses its constraints, and its operations but one', () => {
  const grant = { grantee: 'arn:aws:iam::111122223333:user/ada', operations: ['Decrypt', 'Encrypt'] };
  const found = simpler({ grants: [{ ...grant, sourceArn: 'arn:aws:s3:::b' }] });
  expect(found[0]).toEqual({ ...NOTHING, grants: [] });
  expect(found).toContainEqual({ ...NOTHING, grants: [grant] });
  expect(found).toContainEqual({
    ...NOTHING,
    grants: [{ ...grant, operations: ['Decrypt'], sourceArn: 'arn:aws:s3:::b' }],
  });
  const alone = simpler({ grants: [{ ...grant, operations: ['Decrypt'] }] });
  expect(alone).toEqual([{ ...NOTHING, grants: [] }]);
});
