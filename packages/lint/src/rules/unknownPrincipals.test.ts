import { extractPolicies, parseJson } from '@policywright/policy';
import { expect, test } from 'vitest';
import { lintNode } from '../index.ts';

/** What is found in the trust policy of a role of a template, by code, place in the document, and message. */
function found(statement: object): readonly string[] {
  const AssumeRolePolicyDocument = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] };
  const file = { Resources: { R: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument } } } };
  const text = JSON.stringify(file);
  const { node } = parseJson(text);
  const [policy] = node === undefined ? [] : extractPolicies(node, { text });
  if (policy === undefined) throw new Error('no policy');
  const { type, isUnknown } = policy;
  return lintNode(policy.node, { text, type, isUnknown }).findings.map(({ code, path }) => `${code} ${path}`);
}

const provider = (resource: string): object => ({ 'Fn::Sub': `arn:aws:iam::\${AWS::AccountId}:${resource}` });
const Action = 'sts:AssumeRoleWithWebIdentity';

test('a provider whose account a template leaves open is known by its address', () => {
  const Principal = { Federated: provider('oidc-provider/gitlab.com') };
  expect(found({ Principal, Action })).toEqual([
    'missing-condition-key-for-oidc-principal /Statement/0/Principal',
  ]);
  expect(found({ Principal, Action, Condition: { StringEquals: { 'gitlab.com:aud': 'x' } } })).toEqual([
    'shared-oidc-provider-claim /Statement/0/Principal',
  ]);
  const Condition = { StringEquals: { 'gitlab.com:sub': 'project_path:a/b:ref_type:branch:ref:main' } };
  expect(found({ Principal, Action, Condition })).toEqual([]);
  // Conditions that are not known may be the right ones.
  expect(found({ Principal, Action, Condition: { 'Fn::GetAtt': ['A', 'B'] } })).toEqual([]);
  expect(found({ Principal: { Federated: { Ref: 'Provider' } }, Action })).toEqual([]);
});

test('principals are of the kind that their known parts tell', () => {
  const saml = provider('saml-provider/idp');
  const Federated = [saml, provider('oidc-provider/idp.example.com')];
  expect(found({ Principal: { Federated }, Action: 'sts:AssumeRoleWithSAML' })).toEqual([
    'mismatched-action-for-principal /Statement/0/Principal',
  ]);
  expect(found({ Principal: { Federated: saml }, Action: 'sts:AssumeRole' })).toEqual([
    'mismatched-action-for-principal /Statement/0/Action',
  ]);
  const either = { Federated: ['arn:aws:iam::111122223333:saml-provider/idp', { Ref: 'Provider' }] };
  expect(found({ Principal: either, Action: 'sts:AssumeRoleWithWebIdentity' })).toEqual([]);
  expect(found({ Principal: { AWS: { Ref: 'Caller' } }, Action: 'sts:AssumeRole' })).toEqual([]);
});
