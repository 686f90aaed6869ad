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
    page: 'STS, Boto3 documentation',
    url: 'https://boto3.amazonaws.com/v1/documentation/api/1.9.244/reference/services/sts.html',
    read: '2026-11-30',
  },
};
