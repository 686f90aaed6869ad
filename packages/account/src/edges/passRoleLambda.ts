import type { EdgeKind } from './edgeKind.ts';

/** A source makes a Lambda function with the role and calls it. */
export const passRoleLambda: EdgeKind = {
  name: 'pass-role-lambda',
  words: 'makes a Lambda function with the role and calls it',
  target: { kind: 'role', service: 'lambda.amazonaws.com' },
  calls: [
    {
      operation: 'lambda:CreateFunction',
      input: {
        FunctionName: '{new}',
        Role: '{target}',
        Runtime: 'nodejs22.x',
        Handler: 'index.handler',
        Code: {},
      },
      on: 'free',
    },
    { operation: 'lambda:Invoke', input: { FunctionName: '{new}' }, on: 'free' },
  ],
  source: {
    page: 'Grant a user permissions to pass a role to an AWS service',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
  },
};
