import { expect, test } from 'vitest';
import { getService } from '../../lookup/getService.ts';
import type { FeatureName } from '../../model/featureNames.ts';
import type { Service } from '../../model/service.ts';
import { dataOf } from './dataOf.ts';

function service(changes: Partial<Service>): Service {
  const sqs = getService('sqs');
  if (sqs === undefined) throw new Error('there is no service sqs');
  const { name, actions, resourceTypes, conditionKeys, resourceControlPolicies } = sqs;
  const own = { name, actions, resourceTypes, conditionKeys, resourceControlPolicies };
  return { ...own, prefix: 'nobody', ...changes };
}
const supportOf = (of: Service, feature: FeatureName): string | undefined => dataOf(of, feature)?.support;

const EMPTY = service({ actions: [], resourceTypes: [], conditionKeys: [] });

test('of a service without anything, no actions are a no, and what needs them is not known', () => {
  expect(supportOf(EMPTY, 'Policy actions')).toBe('no');
  expect(supportOf(EMPTY, 'Policy resources')).toBe('no');
  expect(supportOf(EMPTY, 'Policy condition keys')).toBe('no');
  expect(supportOf(EMPTY, 'ABAC (tags in policies)')).toBe('no');
  expect(supportOf(EMPTY, 'Identity-based policies')).toBe('unknown');
  expect(supportOf(EMPTY, 'Temporary credentials')).toBe('unknown');
});

test('one action is enough for identity-based policies and temporary credentials', () => {
  const { actions } = service({});
  const one = service({ actions: actions.slice(0, 1) });
  for (const feature of ['Policy actions', 'Identity-based policies', 'Temporary credentials'] as const)
    expect([feature, supportOf(one, feature)]).toEqual([feature, 'yes']);
});

test('ARNs are taken as soon as one action takes them', () => {
  const { actions } = service({});
  const [named] = actions.filter(({ wildcardOnly }) => !wildcardOnly);
  const [open] = actions.filter(({ wildcardOnly }) => wildcardOnly);
  if (named === undefined || open === undefined) throw new Error('SQS has both');
  expect(dataOf(service({ actions: [open] }), 'Policy resources')).toMatchObject({
    support: 'no',
    data: { kind: 'arns', actions: 1, withArn: 0 },
  });
  expect(dataOf(service({ actions: [open, named] }), 'Policy resources')).toMatchObject({
    support: 'yes',
    data: { actions: 2, withArn: 1 },
  });
});

test('keys of its own are those with its prefix: shared ones are none', () => {
  const key = (name: string): Service['conditionKeys'][number] => ({
    name,
    type: 'String',
    multivalued: false,
  });
  const keys = [key('aws:TagKeys'), key('nobody:Colour'), key('nobodyelse:Colour')];
  expect(dataOf(service({ conditionKeys: keys }), 'Policy condition keys')).toMatchObject({
    support: 'yes',
    data: { kind: 'keys', names: ['nobody:Colour'] },
  });
  expect(supportOf(service({ conditionKeys: [key('aws:TagKeys')] }), 'Policy condition keys')).toBe('no');
  expect(supportOf(service({ conditionKeys: [key('aws:TagKeys')] }), 'ABAC (tags in policies)')).toBe('yes');
  expect(supportOf(service({ conditionKeys: [key('aws:SourceIp')] }), 'ABAC (tags in policies)')).toBe('no');
});
