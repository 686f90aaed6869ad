import type { CommandGroup } from '../arguments/command.ts';

/** `policywright check`: questions that are answered by yes or no. */
export const check: CommandGroup = {
  kind: 'group',
  summary: 'check that policies give no new access, or none of some kind',
  commands: {
    'no-new-access': {
      summary: 'check that a new version allows nothing that the old one does not',
      load: async () => (await import('./check/noNewAccess.ts')).noNewAccess,
    },
    'access-not-granted': {
      summary: 'check that actions are never allowed, or not on some resources',
      load: async () => (await import('./check/accessNotGranted.ts')).accessNotGranted,
    },
  },
  examples: [
    'check no-new-access git:main policies',
    'check access-not-granted role.json --action s3:DeleteBucket',
  ],
};
