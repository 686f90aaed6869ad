import type { EdgeKind } from './edgeKind.ts';

/** A source runs a task with the role. */
export const passRoleEcs: EdgeKind = {
  name: 'pass-role-ecs',
  words: 'runs a task with the role',
  target: { kind: 'role', service: 'ecs-tasks.amazonaws.com' },
  calls: [
    {
      operation: 'ecs:RegisterTaskDefinition',
      input: { family: '{new}', taskRoleArn: '{target}', containerDefinitions: [] },
      on: 'free',
    },
    { operation: 'ecs:RunTask', input: { taskDefinition: '{new}:1' }, on: 'free' },
  ],
  source: {
    page: 'Grant a user permissions to pass a role to an AWS service',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
  },
};
