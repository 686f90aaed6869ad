import type { EdgeKind } from './edgeKind.ts';

/** A source gives the user a password. */
export const createLoginProfile: EdgeKind = {
  name: 'create-login-profile',
  words: 'gives the user a password',
  target: { kind: 'user' },
  calls: [
    { operation: 'iam:CreateLoginProfile', input: { UserName: '{name}', Password: '{new}' }, on: 'target' },
  ],
  open: 'whether the user has a password already',
  source: {
    page: 'CreateLoginProfile, AWS Identity and Access Management API Reference',
    url: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateLoginProfile.html',
    read: '2026-11-30',
  },
};
