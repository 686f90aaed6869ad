import { expect, test } from 'vitest';
import { parseJson } from '../json/parseJson.ts';
import type { PolicyType } from '../model/policy.ts';
import { parsePolicy } from '../read/parsePolicy.ts';
import { inferPolicyType, type InferredType } from './inferPolicyType.ts';

function inferred(...statements: readonly object[]): InferredType | undefined {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  const { node } = parseJson(text);
  const result = parsePolicy(text);
  if (node === undefined || !result.ok) throw new Error('expected a policy');
  const fromNode = inferPolicyType(node);
  expect(inferPolicyType(result.policy)).toEqual(fromNode);
  // What is inferred is a type that the document is valid for.
  if (fromNode !== undefined) expect(parsePolicy(text, { type: fromNode.type }).ok).toBe(true);
  return fromNode;
}

const ALLOW = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' };
const TRUST = {
  Effect: 'Allow',
  Action: ['sts:AssumeRole', 'STS:TagSession'],
  Principal: { Service: 'ecs-tasks.amazonaws.com' },
};

test('S24: without principals it is an identity policy, or what looks the same', () => {
  expect(inferred(ALLOW)).toEqual({
    type: 'identity',
    reason: 'has no `Principal`: identity-based policy',
    alternatives: ['boundary', 'session', 'scp'],
  });
});

test('S27: principals, no resource and actions of STS are those of a trust policy', () => {
  expect(inferred(TRUST)).toMatchObject({
    type: 'trust',
    reason: 'has `Principal` and no `Resource`: trust policy',
  });
});

test('S28, S29: principals with resources, or without them on other actions, are those of a resource policy', () => {
  expect(inferred({ ...ALLOW, Principal: '*' })?.type).toBe('resource');
  expect(inferred({ Effect: 'Allow', Principal: '*', Action: 'sns:Publish' })?.type).toBe('resource');
  expect(inferred({ ...ALLOW, Effect: 'Deny', NotPrincipal: { AWS: '111122223333' } })?.type).toBe(
    'resource',
  );
  expect(inferred(TRUST, { ...ALLOW, Principal: '*' })?.type).toBe('resource');
});

test('S32: to deny everybody on everything is what RCPs are for', () => {
  const deny = { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: ['*'] };
  expect(inferred(deny, deny)?.type).toBe('rcp');
  for (const other of [
    { Resource: 'arn:aws:s3:::b' },
    { Effect: 'Allow' },
    { Principal: { AWS: '111122223333' } },
  ]) {
    expect(inferred(deny, { ...deny, ...other })?.type).toBe('resource');
  }
});

test('S33: to allow everybody everything on everything is what endpoint policies do', () => {
  const allow = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' };
  expect(inferred(allow)?.type).toBe('vpcEndpoint');
  expect(inferred({ ...allow, Action: 'kms:*' })?.type).toBe('resource');
});

test('of a document without statements nothing is known, of a broken one what can be seen', () => {
  const of = (text: string): PolicyType | undefined => {
    const { node } = parseJson(text);
    return node && inferPolicyType(node)?.type;
  };
  for (const text of ['1', '[]', '{}', '{"Statement":[]}', '{"Statement":[1]}', '{"statement":{}}']) {
    expect(of(text)).toBeUndefined();
  }
  expect(of('{"Statement":{"Efect":1}}')).toBe('identity');
  expect(of('{"Statement":[null,{"Principal":3}]}')).toBe('trust');
});
