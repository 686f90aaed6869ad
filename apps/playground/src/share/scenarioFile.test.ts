import { POLICY_SET_FLAGS } from '@policywright/evaluator';
import { describe, expect, it } from 'vitest';
import { assemble } from '../model/decided.ts';
import { fromScenario, toScenario, type PageContents } from './scenarioFile.ts';

const READ = { Statement: [{ Sid: 'Read', Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: '*' }] };
const SCENARIO = {
  id: 'reads',
  title: 'Reads',
  principal: { federated: 'cognito-identity.amazonaws.com' },
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::images/a.png',
  context: {},
  policies: { identity: [], resource: READ, boundary: [], session: [], scps: [], rcps: [] },
};

function open(scenario: object): PageContents {
  const contents = fromScenario(scenario);
  if (typeof contents === 'string') throw new Error(contents);
  return contents;
}

describe('a scenario that is opened and saved', () => {
  it('stays the same, whoever calls', () => {
    expect(toScenario(open(SCENARIO))).toEqual(SCENARIO);
  });

  it('keeps every flag', () => {
    const flags = Object.fromEntries(
      Object.entries(POLICY_SET_FLAGS).map(([name, { words }]) => [name, words[0] ?? true]),
    );
    expect(toScenario(open({ ...SCENARIO, flags }))['flags']).toEqual(flags);
    expect(open({ ...SCENARIO, flags: { credentials: 'x', awsManagedKey: 'true' } }).flags).toEqual({});
  });

  it('keeps several policies of its resource, and decides by all of them', () => {
    const policies = { ...SCENARIO.policies, resource: [READ, { ...READ, Version: '2012-10-17' }] };
    const contents = open({ ...SCENARIO, policies });
    expect(toScenario(contents)['policies']).toEqual(policies);
    const workspace = assemble(contents.slots, false);
    expect(workspace.ok && workspace.policies.resource).toHaveLength(2);
    expect(workspace.ok && [...workspace.places.keys()]).toContain('/resource/1');
  });
});

it('S171: a default key policy is written out', () => {
  const policies = { ...SCENARIO.policies, resource: { default: 'key-policy' } };
  const resource = 'arn:aws-cn:kms:cn-north-1:111122223333:key/k';
  expect(open({ ...SCENARIO, resource, policies }).slots[0]?.text).toContain(
    'arn:aws-cn:iam::111122223333:root',
  );
});

it('what the page cannot show is not opened', () => {
  expect(fromScenario({ ...SCENARIO, underlying: [] })).toContain('`underlying`');
  const policies = { ...SCENARIO.policies, grants: [{}] };
  expect(fromScenario({ ...SCENARIO, policies })).toContain('`grants`');
});
