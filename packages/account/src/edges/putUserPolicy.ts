import type { EdgeKind } from './edgeKind.ts';

/** A source puts a policy into the user. */
export const putUserPolicy: EdgeKind = {
  name: 'put-user-policy',
  words: 'puts a policy into the user',
  target: { kind: 'holder', of: 'user' },
  calls: [
    {
      operation: 'iam:PutUserPolicy',
      input: { UserName: '{name}', PolicyName: '{new}', PolicyDocument: '{}' },
      on: 'target',
    },
  ],
  source: {
    page: 'PutUserPolicy, AWS Identity and Access Management API Reference',
    url: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutUserPolicy.html',
    read: '2026-11-30',
  },
};
