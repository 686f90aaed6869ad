import type { EdgeKind } from './edgeKind.ts';

/** A source puts a policy into the role. */
export const putRolePolicy: EdgeKind = {
  name: 'put-role-policy',
  words: 'puts a policy into the role',
  target: { kind: 'holder', of: 'role' },
  calls: [
    {
      operation: 'iam:PutRolePolicy',
      input: { RoleName: '{name}', PolicyName: '{new}', PolicyDocument: '{}' },
      on: 'target',
    },
  ],
  source: {
    page: 'PutRolePolicy, AWS Identity and Access Management API Reference',
    url: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html',
    read: '2026-11-30',
  },
};
