import type { EdgeKind } from './edgeKind.ts';

/** A source runs a command in a container. */
export const executeCommand: EdgeKind = {
  name: 'execute-command',
  words: 'runs a command in a container',
  target: { kind: 'resource', infix: ':task/' },
  calls: [
    {
      operation: 'ecs:ExecuteCommand',
      input: { task: '{target}', command: 'sh', interactive: true },
      on: 'target',
    },
  ],
  open: 'whether the task takes commands',
  source: {
    page: 'ExecuteCommand, Amazon Elastic Container Service API Reference',
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ExecuteCommand.html',
    read: '2026-11-30',
  },
};
