import type { EdgeKind } from './edgeKind.ts';

/** A source adds a user to a group. */
export const addToGroup: EdgeKind = {
  name: 'add-to-group',
  words: 'adds a user to a group',
  target: { kind: 'membership' },
  calls: [
    { operation: 'iam:AddUserToGroup', input: { GroupName: '{name}', UserName: '{new}' }, on: 'target' },
  ],
  source: {
    page: 'AddUserToGroup, AWS Identity and Access Management API Reference',
    url: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_AddUserToGroup.html',
  },
};
