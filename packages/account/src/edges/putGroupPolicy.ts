import type { EdgeKind } from './edgeKind.ts';

/** A source puts a policy into a group. */
export const putGroupPolicy: EdgeKind = {
  name: 'put-group-policy',
  words: 'puts a policy into a group',
  target: { kind: 'group' },
  calls: [
    {
      operation: 'iam:PutGroupPolicy',
      input: { GroupName: '{name}', PolicyName: '{new}', PolicyDocument: '{}' },
      on: 'target',
    },
  ],
  source: {
    page: 'PutGroupPolicy, AWS Identity and Access Management API Reference',
    url: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutGroupPolicy.html',
    read: '2026-11-30',
  },
};
