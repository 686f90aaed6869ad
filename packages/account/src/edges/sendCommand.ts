import type { EdgeKind } from './edgeKind.ts';

/** A source runs a command on an instance. */
export const sendCommand: EdgeKind = {
  name: 'send-command',
  words: 'runs a command on an instance',
  target: { kind: 'resource', infix: ':instance/' },
  calls: [
    {
      operation: 'ssm:SendCommand',
      input: { DocumentName: 'AWS-RunShellScript', InstanceIds: ['{name}'] },
      on: 'target',
    },
  ],
  open: 'whether Systems Manager manages the instance',
  source: {
    page: 'send-command, AWS CLI Command Reference',
    url: 'https://docs.aws.amazon.com/cli/latest/reference/ssm/send-command.html',
    read: '2026-11-30',
  },
};
