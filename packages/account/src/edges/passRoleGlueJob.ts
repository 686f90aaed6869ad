import type { EdgeKind } from './edgeKind.ts';

/** A source makes a Glue job with the role and runs it. */
export const passRoleGlueJob: EdgeKind = {
  name: 'pass-role-glue-job',
  words: 'makes a Glue job with the role and runs it',
  target: { kind: 'role', service: 'glue.amazonaws.com' },
  calls: [
    { operation: 'glue:CreateJob', input: { Name: '{new}', Role: '{target}', Command: {} }, on: 'free' },
    { operation: 'glue:StartJobRun', input: { JobName: '{new}' }, on: 'free' },
  ],
  source: {
    page: 'Grant a user permissions to pass a role to an AWS service',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
  },
};
