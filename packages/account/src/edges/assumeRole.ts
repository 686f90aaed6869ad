import type { EdgeKind } from './edgeKind.ts';

/** A source assumes the role. */
export const assumeRole: EdgeKind = {
  name: 'assume-role',
  words: 'assumes the role',
  target: { kind: 'role' },
  calls: [
    { operation: 'sts:AssumeRole', input: { RoleArn: '{target}', RoleSessionName: 'session' }, on: 'target' },
  ],
  source: {
    page: 'AssumeRole, AWS Security Token Service API Reference',
    url: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html',
  },
};
