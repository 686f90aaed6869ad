import type { EdgeKind } from './edgeKind.ts';

/** A source makes another version of a managed policy its default. */
export const setDefaultPolicyVersion: EdgeKind = {
  name: 'set-default-policy-version',
  words: 'makes another version of a managed policy its default',
  target: { kind: 'policy', versions: 'other' },
  calls: [
    {
      operation: 'iam:SetDefaultPolicyVersion',
      input: { PolicyArn: '{target}', VersionId: 'v1' },
      on: 'target',
    },
  ],
  open: 'what the other versions of the policy allow',
  source: {
    page: 'SetDefaultPolicyVersion, AWS Identity and Access Management API Reference',
    url: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_SetDefaultPolicyVersion.html',
    read: '2026-11-30',
  },
};
