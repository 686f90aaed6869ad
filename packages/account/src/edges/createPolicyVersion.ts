import type { EdgeKind } from './edgeKind.ts';

/** A source writes a new version of a managed policy. */
export const createPolicyVersion: EdgeKind = {
  name: 'create-policy-version',
  words: 'writes a new version of a managed policy',
  target: { kind: 'policy', versions: 'new' },
  calls: [
    {
      operation: 'iam:CreatePolicyVersion',
      input: { PolicyArn: '{target}', PolicyDocument: '{}', SetAsDefault: true },
      on: 'target',
    },
  ],
  source: {
    page: 'CreatePolicyVersion, AWS Identity and Access Management API Reference',
    url: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicyVersion.html',
    read: '2026-11-30',
  },
};
