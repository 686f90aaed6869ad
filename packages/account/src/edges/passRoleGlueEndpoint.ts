import type { EdgeKind } from './edgeKind.ts';

/** A source makes a Glue development endpoint with the role. */
export const passRoleGlueEndpoint: EdgeKind = {
  name: 'pass-role-glue-endpoint',
  words: 'makes a Glue development endpoint with the role',
  target: { kind: 'role', service: 'glue.amazonaws.com' },
  calls: [
    {
      operation: 'glue:CreateDevEndpoint',
      input: { EndpointName: '{new}', RoleArn: '{target}' },
      on: 'free',
    },
  ],
  source: {
    page: 'Grant a user permissions to pass a role to an AWS service',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
  },
};
