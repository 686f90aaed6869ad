import type { EdgeKind } from './edgeKind.ts';

/** A source starts an instance with the role. */
export const passRoleEc2: EdgeKind = {
  name: 'pass-role-ec2',
  words: 'starts an instance with the role',
  target: { kind: 'role', service: 'ec2.amazonaws.com' },
  calls: [
    {
      operation: 'ec2:RunInstances',
      input: {
        ImageId: 'ami-0123456789abcdef0',
        MinCount: 1,
        MaxCount: 1,
        IamInstanceProfile: { Arn: '{profile}' },
      },
      on: 'free',
    },
  ],
  source: {
    page: 'Grant a user permissions to pass a role to an AWS service',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
  },
};
