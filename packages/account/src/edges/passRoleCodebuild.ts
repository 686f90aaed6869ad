import type { EdgeKind } from './edgeKind.ts';

/** A source makes a CodeBuild project with the role and builds it. */
export const passRoleCodebuild: EdgeKind = {
  name: 'pass-role-codebuild',
  words: 'makes a CodeBuild project with the role and builds it',
  target: { kind: 'role', service: 'codebuild.amazonaws.com' },
  calls: [
    {
      operation: 'codebuild:CreateProject',
      input: { name: '{new}', serviceRole: '{target}', source: {}, artifacts: {}, environment: {} },
      on: 'free',
    },
    { operation: 'codebuild:StartBuild', input: { projectName: '{new}' }, on: 'free' },
  ],
  source: {
    page: 'Grant a user permissions to pass a role to an AWS service',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
  },
};
