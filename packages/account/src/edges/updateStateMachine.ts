import type { EdgeKind } from './edgeKind.ts';

/** A source changes a state machine and starts it. */
export const updateStateMachine: EdgeKind = {
  name: 'update-state-machine',
  words: 'changes a state machine and starts it',
  target: { kind: 'resource', infix: ':stateMachine:' },
  calls: [
    {
      operation: 'states:UpdateStateMachine',
      input: { stateMachineArn: '{target}', definition: '{}' },
      on: 'target',
    },
    { operation: 'states:StartExecution', input: { stateMachineArn: '{target}' }, on: 'target' },
  ],
  source: {
    page: 'UpdateStateMachine, AWS Step Functions API Reference',
    url: 'https://docs.aws.amazon.com/step-functions/latest/apireference/API_UpdateStateMachine.html',
    read: '2026-11-30',
  },
};
