import type { EdgeKind } from './edgeKind.ts';

/** A source makes a stack with the role. */
export const passRoleCloudformation: EdgeKind = {
  name: 'pass-role-cloudformation',
  words: 'makes a stack with the role',
  target: { kind: 'role', service: 'cloudformation.amazonaws.com' },
  calls: [
    {
      operation: 'cloudformation:CreateStack',
      input: { StackName: '{new}', TemplateBody: '{}', RoleARN: '{target}' },
      on: 'free',
    },
  ],
  source: {
    page: 'Grant a user permissions to pass a role to an AWS service',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
  },
};
