import type { EdgeKind } from './edgeKind.ts';

/** A source makes an access key of the user. */
export const createAccessKey: EdgeKind = {
  name: 'create-access-key',
  words: 'makes an access key of the user',
  target: { kind: 'user' },
  calls: [{ operation: 'iam:CreateAccessKey', input: { UserName: '{name}' }, on: 'target' }],
  source: {
    page: 'CreateAccessKey, AWS Identity and Access Management API Reference',
    url: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateAccessKey.html',
    read: '2026-11-30',
  },
};
