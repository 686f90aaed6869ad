import type { EdgeKind } from './edgeKind.ts';

/** A source makes a rule of EventBridge with the role as that of its target. */
export const passRoleEvents: EdgeKind = {
  name: 'pass-role-events',
  words: 'makes a rule of EventBridge with the role as that of its target',
  target: { kind: 'role', service: 'events.amazonaws.com' },
  calls: [
    {
      operation: 'events:PutRule',
      input: { Name: '{new}', ScheduleExpression: 'rate(1 minute)' },
      on: 'free',
    },
    {
      operation: 'events:PutTargets',
      input: {
        Rule: '{new}',
        Targets: [
          { Id: '1', Arn: 'arn:aws:states:us-east-1:111122223333:stateMachine:{new}', RoleArn: '{target}' },
        ],
      },
      on: 'free',
    },
  ],
  source: {
    page: 'Grant a user permissions to pass a role to an AWS service',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
  },
};
