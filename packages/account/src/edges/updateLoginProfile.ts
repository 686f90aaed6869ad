import type { EdgeKind } from './edgeKind.ts';

/** A source changes the password of the user. */
export const updateLoginProfile: EdgeKind = {
  name: 'update-login-profile',
  words: 'changes the password of the user',
  target: { kind: 'user' },
  calls: [
    { operation: 'iam:UpdateLoginProfile', input: { UserName: '{name}', Password: '{new}' }, on: 'target' },
  ],
  open: 'whether the user has a password',
  source: {
    page: 'UpdateLoginProfile, AWS Identity and Access Management API Reference',
    url: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateLoginProfile.html',
    read: '2026-11-30',
  },
};
