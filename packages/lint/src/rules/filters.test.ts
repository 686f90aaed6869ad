import type { PolicyType } from '@policywright/policy';
import { expect, test } from 'vitest';
import { lintText } from '../index.ts';

/** The statements that would give away everything, where they gave anything. */
const STATEMENTS = [
  { Action: '*', Resource: '*' },
  { Action: ['iam:*', 's3:*', 'secretsmanager:GetSecretValue', 'sts:AssumeRole'], Resource: '*' },
  { Action: ['iam:PassRole', 'iam:CreateServiceLinkedRole', 'lambda:CreateFunction'], Resource: '*' },
  { NotAction: 's3:DeleteBucket', Resource: '*' },
  { Action: '*', Resource: 'arn:aws:s3:::b/*' },
  { NotAction: 's3:DeleteBucket', NotResource: 'arn:aws:s3:::b/*' },
];
const FILTERS: readonly PolicyType[] = ['boundary', 'session', 'scp', 'vpcEndpoint'];
const SETTINGS = { forbiddenActions: ['iam:*'], sensitiveResources: ['arn:aws:s3:::b/*'] };

test.each(FILTERS)('%s: nothing is said of what a policy that only filters would grant', (type) => {
  const Principal = type === 'vpcEndpoint' ? { Principal: '*' } : {};
  for (const statement of STATEMENTS) {
    const Statement = [{ Effect: 'Allow', ...Principal, ...statement }];
    const text = JSON.stringify({ Version: '2012-10-17', Statement });
    expect(lintText(text, { type, settings: SETTINGS }).findings, text).toEqual([]);
    // The same statement is objected to where it grants something.
    const granting = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', ...statement }],
    });
    expect(lintText(granting, { type: 'identity', settings: SETTINGS }).findings).not.toEqual([]);
  }
});

test('the policy that AWS attaches to everything in an organization draws nothing', () => {
  const Statement = [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }];
  expect(lintText(JSON.stringify({ Version: '2012-10-17', Statement }), { type: 'rcp' }).findings).toEqual(
    [],
  );
});
