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
    page: 'AddUserToGroupCommand, AWS SDK for JavaScript',
    url: 'https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/client/iam/command/AddUserToGroupCommand',
    read: '2026-11-30',
  },
};
