import type { EdgeKind } from './edgeKind.ts';

/** A source opens a session on an instance. */
export const startSession: EdgeKind = {
  name: 'start-session',
  words: 'opens a session on an instance',
  target: { kind: 'resource', infix: ':instance/' },
  calls: [{ operation: 'ssm:StartSession', input: { Target: '{name}' }, on: 'target' }],
  open: 'whether Systems Manager manages the instance',
  source: {
    page: 'StartSession, AWS Systems Manager API Reference',
    url: 'https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_StartSession.html',
    read: '2026-11-30',
  },
};
