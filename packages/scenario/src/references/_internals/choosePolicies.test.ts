import { parseJson } from '@policywright/policy';
import { describe, expect, test } from 'vitest';
import type { LayerKind } from '@policywright/evaluator';
import { choosePolicies } from './choosePolicies.ts';

const DOCUMENT = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Deny', Action: 's3:*', Resource: '*' }],
};
const TRUST = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { Service: 'ecs-tasks.amazonaws.com' }, Action: 'sts:AssumeRole' },
  ],
};
const organizations = (Type: string): object => ({
  Type: 'AWS::Organizations::Policy',
  Properties: { Type, Content: DOCUMENT },
});
/** A policy of each type, by its name in the template. */
const RESOURCES: Readonly<Record<string, object>> = {
  Identity: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: DOCUMENT } },
  Bucket: { Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: 'b', PolicyDocument: DOCUMENT } },
  Role: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: TRUST } },
  Scp: organizations('SERVICE_CONTROL_POLICY'),
  Rcp: organizations('RESOURCE_CONTROL_POLICY'),
  Endpoint: { Type: 'AWS::EC2::VPCEndpoint', Properties: { PolicyDocument: DOCUMENT } },
};

function choose(names: readonly string[], layer: LayerKind): string {
  const text = JSON.stringify({
    Resources: Object.fromEntries(names.map((name) => [name, RESOURCES[name]])),
  });
  const { node } = parseJson(text);
  if (node === undefined) throw new Error('no JSON');
  const chosen = choosePolicies(node, text, { layer, resource: undefined });
  if (!chosen.ok) return chosen.help === undefined ? chosen.message : `${chosen.message}: ${chosen.help}`;
  return chosen.policies.map(({ name }) => name).join();
}

describe('the only policy of a file that a layer can hold', () => {
  test.each<[LayerKind, readonly string[]]>([
    ['identity', ['Identity']],
    ['boundary', ['Identity']],
    ['session', ['Identity']],
    ['resource', ['Bucket', 'Role']],
    ['scp', ['Scp']],
    ['rcp', ['Rcp']],
    ['vpcEndpoint', ['Endpoint']],
  ])('%s: one of %j', (layer, held) => {
    for (const name of Object.keys(RESOURCES)) {
      const expected = held.includes(name) ? name : 'the file holds no policy for this layer';
      expect([name, choose([name], layer).split(':')[0]]).toEqual([name, expected]);
    }
  });

  test('is taken among those that the layer cannot hold', () => {
    expect(choose(['Identity', 'Bucket', 'Scp'], 'session')).toBe('Identity');
    expect(choose(Object.keys(RESOURCES), 'rcp')).toBe('Rcp');
  });

  test('is none where the file has none, or none for the layer, or several', () => {
    expect(choose([], 'identity')).toBe('the file holds no policy');
    expect(choose(['Bucket', 'Scp'], 'identity')).toMatch(
      /^the file holds no policy for this layer: .*`Bucket`.*`Scp`/,
    );
    expect(choose(['Bucket', 'Role', 'Identity'], 'resource')).toMatch(
      /^the file holds 2 policies: .*`Bucket`.*`Role`/,
    );
  });
});
