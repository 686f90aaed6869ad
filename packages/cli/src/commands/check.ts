import type { CommandGroup } from '../arguments/command.ts';

/** `policywright check`: questions that are answered by yes or no. */
export const check: CommandGroup = {
  kind: 'group',
  summary: 'check that policies give no new access, none of some kind, or none from outside',
  commands: {
    'no-new-access': {
      summary: 'check that a new version allows nothing that the old one does not',
      load: async () => (await import('./check/noNewAccess.ts')).noNewAccess,
    },
    'no-public-access': {
      summary: 'check that policies of resources do not let the public in',
      load: async () => (await import('./check/noPublicAccess.ts')).noPublicAccess,
    },
    'external-access': {
      summary: 'check that policies of resources let nobody in from outside of trusted accounts',
      load: async () => (await import('./check/externalAccess.ts')).externalAccess,
    },
    'access-not-granted': {
      summary: 'check that actions are never allowed, or not on some resources',
      load: async () => (await import('./check/accessNotGranted.ts')).accessNotGranted,
    },
  },
  examples: [
    'check no-new-access git:main policies',
    'check access-not-granted role.json --action s3:DeleteBucket',
    'check no-public-access bucket-policy.json --resource-type AWS::S3::Bucket',
    'check external-access bucket-policy.json --trust o-a1b2c3d4e5',
  ],
};
