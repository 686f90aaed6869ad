import type { EdgeKind } from './edgeKind.ts';

/** A source attaches AdministratorAccess to a group. */
export const attachGroupPolicy: EdgeKind = {
  name: 'attach-group-policy',
  words: 'attaches AdministratorAccess to a group',
  target: { kind: 'group' },
  calls: [
    {
      operation: 'iam:AttachGroupPolicy',
      input: { GroupName: '{name}', PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' },
      on: 'target',
      context: { 'iam:PolicyARN': 'arn:aws:iam::aws:policy/AdministratorAccess' },
    },
  ],
  source: {
    page: 'AttachGroupPolicy, AWS Identity and Access Management API Reference',
    url: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachGroupPolicy.html',
    read: '2026-11-30',
  },
};
