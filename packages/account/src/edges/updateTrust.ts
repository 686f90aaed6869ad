import type { EdgeKind } from './edgeKind.ts';

/** A source lets itself into the trust policy of the role and assumes it. */
export const updateTrust: EdgeKind = {
  name: 'update-trust',
  words: 'lets itself into the trust policy of the role and assumes it',
  target: { kind: 'role' },
  calls: [
    {
      operation: 'iam:UpdateAssumeRolePolicy',
      input: { RoleName: '{name}', PolicyDocument: '{}' },
      on: 'target',
    },
  ],
  thenAssumes: true,
  source: {
    page: 'UpdateAssumeRolePolicy, AWS Identity and Access Management API Reference',
    url: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAssumeRolePolicy.html',
    read: '2026-11-30',
  },
};
