import type { EdgeKind } from './edgeKind.ts';

/** A source attaches AdministratorAccess to the role. */
export const attachRolePolicy: EdgeKind = {
  name: 'attach-role-policy',
  words: 'attaches AdministratorAccess to the role',
  target: { kind: 'holder', of: 'role' },
  calls: [
    {
      operation: 'iam:AttachRolePolicy',
      input: { RoleName: '{name}', PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' },
      on: 'target',
      context: { 'iam:PolicyARN': 'arn:aws:iam::aws:policy/AdministratorAccess' },
    },
  ],
  source: {
    page: 'AttachRolePolicy, AWS Identity and Access Management API Reference',
    url: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachRolePolicy.html',
    read: '2026-11-30',
  },
};
