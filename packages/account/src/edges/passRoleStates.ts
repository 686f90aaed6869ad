import type { EdgeKind } from './edgeKind.ts';

/** A source makes a state machine with the role and starts it. */
export const passRoleStates: EdgeKind = {
  name: 'pass-role-states',
  words: 'makes a state machine with the role and starts it',
  target: { kind: 'role', service: 'states.amazonaws.com' },
  calls: [
    {
      operation: 'states:CreateStateMachine',
      input: { name: '{new}', roleArn: '{target}', definition: '{}' },
      on: 'free',
    },
    {
      operation: 'states:StartExecution',
      input: { stateMachineArn: 'arn:aws:states:us-east-1:111122223333:stateMachine:{new}' },
      on: 'free',
    },
  ],
  source: {
    page: 'Grant a user permissions to pass a role to an AWS service',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
  },
};
