import type { EdgeKind } from './edgeKind.ts';

/** A source makes a notebook with the role and opens it. */
export const passRoleSagemaker: EdgeKind = {
  name: 'pass-role-sagemaker',
  words: 'makes a notebook with the role and opens it',
  target: { kind: 'role', service: 'sagemaker.amazonaws.com' },
  calls: [
    {
      operation: 'sagemaker:CreateNotebookInstance',
      input: { NotebookInstanceName: '{new}', InstanceType: 'ml.t3.medium', RoleArn: '{target}' },
      on: 'free',
    },
    {
      operation: 'sagemaker:CreatePresignedNotebookInstanceUrl',
      input: { NotebookInstanceName: '{new}' },
      on: 'free',
    },
  ],
  source: {
    page: 'Grant a user permissions to pass a role to an AWS service',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
  },
};
