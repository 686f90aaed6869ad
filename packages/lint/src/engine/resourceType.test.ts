import { parsePolicy } from '@policywright/policy';
import { describe, expect, test } from 'vitest';
import { lintPolicy, lintText, RESOURCE_TYPES } from '../index.ts';

const Principal = { AWS: '111122223333' };
const TRUST = 'AWS::IAM::AssumeRolePolicyDocument';
const ACTION = 'unsupported-action-in-policy';

function textWith(members: object): string {
  const statement = { Effect: 'Allow', Principal, Action: 'kms:Decrypt', ...members };
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
}

function codesOf(text: string, resourceType: string | undefined): readonly string[] {
  return lintText(text, { resourceType }).findings.map(({ code }) => code);
}

describe('the type of the resource that carries a policy', () => {
  test('tells which actions its policy is about', () => {
    const text = textWith({ Resource: '*' });
    expect(codesOf(text, undefined)).not.toContain(ACTION);
    expect(codesOf(text, 'AWS::S3::Bucket')).toContain(ACTION);
    expect(codesOf(text, 'AWS::KMS::Key')).not.toContain(ACTION);
  });

  test('tells the type of the policy, where nobody names that', () => {
    expect(codesOf(textWith({}), TRUST)).toContain(ACTION);
    expect(codesOf(textWith({ Resource: '*' }), TRUST)).toContain('role-trust-policy-syntax-error-resource');
    const identity = textWith({ Principal: undefined, Resource: '*' });
    expect(codesOf(identity, 'AWS::SQS::Queue')).toContain('missing-principal');
    expect(codesOf(identity, undefined)).not.toContain('missing-principal');
  });

  test('says nothing of policies of another type, nor does a name that nobody knows', () => {
    const text = textWith({ Resource: '*' });
    const found = lintText(text, { type: 'vpcEndpoint', resourceType: 'AWS::S3::Bucket' }).findings;
    expect(found.map(({ code }) => code)).not.toContain(ACTION);
    expect(codesOf(text, 'AWS::S3::Bukket')).toEqual(codesOf(text, undefined));
    expect(codesOf(text, '__proto__')).toEqual(codesOf(text, undefined));
  });

  test('can be told of a policy that is already read', () => {
    const parsed = parsePolicy(textWith({ Resource: '*' }), { type: 'resource' });
    if (!parsed.ok) throw new Error('expected a policy');
    const { findings } = lintPolicy(parsed.policy, { resourceType: 'AWS::SNS::Topic' });
    expect(findings.find(({ code }) => code === ACTION)).toMatchObject({
      path: '/Statement/0/Action',
      message:
        'found `kms:Decrypt` in the policy of a resource of the type `AWS::SNS::Topic`, which is about actions of `sns` only',
    });
  });

  test.each(RESOURCE_TYPES.filter((name) => name !== TRUST))(
    'of %s has actions that its policy is about',
    (resourceType) => {
      const foreign = textWith({ Action: 'ec2:RunInstances', Resource: '*' });
      expect(codesOf(foreign, resourceType)).toContain(ACTION);
    },
  );
});
