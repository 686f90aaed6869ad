import type { EdgeKind } from './edgeKind.ts';

/** A source attaches AdministratorAccess to the user. */
export const attachUserPolicy: EdgeKind = {
  name: 'attach-user-policy',
  words: 'attaches AdministratorAccess to the user',
  target: { kind: 'holder', of: 'user' },
  calls: [
    {
      operation: 'iam:AttachUserPolicy',
      input: { UserName: '{name}', PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' },
      on: 'target',
      context: { 'iam:PolicyARN': 'arn:aws:iam::aws:policy/AdministratorAccess' },
    },
  ],
  source: {
    page: 'AttachUserPolicy, AWS Identity and Access Management API Reference',
    url: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachUserPolicy.html',
    read: '2026-11-30',
  },
};
