/** Actions with which, together, a principal can give itself more permissions. */
export interface Escalation {
  readonly actions: readonly string[];
  /** What it does, in the third person. */
  readonly how: string;
}

const of = (how: string, ...actions: readonly string[]): Escalation => ({ actions, how });

/** Known ways to escalate privileges; facts of how AWS works, collected by hand. */
export const ESCALATIONS: readonly Escalation[] = [
  of('gives a managed policy a version of its own', 'iam:CreatePolicyVersion'),
  of('makes an older version of a managed policy the default', 'iam:SetDefaultPolicyVersion'),
  of('makes access keys of another user', 'iam:CreateAccessKey'),
  of('gives another user a password', 'iam:CreateLoginProfile'),
  of('changes the password of another user', 'iam:UpdateLoginProfile'),
  of('attaches any managed policy to a user', 'iam:AttachUserPolicy'),
  of('attaches any managed policy to a group', 'iam:AttachGroupPolicy'),
  of('attaches any managed policy to a role', 'iam:AttachRolePolicy'),
  of('writes an inline policy of a user', 'iam:PutUserPolicy'),
  of('writes an inline policy of a group', 'iam:PutGroupPolicy'),
  of('writes an inline policy of a role', 'iam:PutRolePolicy'),
  of('joins any group', 'iam:AddUserToGroup'),
  of('takes the permissions boundary of a user away', 'iam:DeleteUserPermissionsBoundary'),
  of('takes the permissions boundary of a role away', 'iam:DeleteRolePermissionsBoundary'),
  of('changes who may assume a role', 'iam:UpdateAssumeRolePolicy', 'sts:AssumeRole'),
  of('starts an instance with any role', 'iam:PassRole', 'ec2:RunInstances'),
  of(
    'makes a function with any role and calls it',
    'iam:PassRole',
    'lambda:CreateFunction',
    'lambda:InvokeFunction',
  ),
  of(
    'makes a function with any role and has an event source call it',
    'iam:PassRole',
    'lambda:CreateFunction',
    'lambda:CreateEventSourceMapping',
  ),
  of(
    'makes a function with any role and lets others call it',
    'iam:PassRole',
    'lambda:CreateFunction',
    'lambda:AddPermission',
  ),
  of('changes the code of functions that have roles', 'lambda:UpdateFunctionCode'),
  of('changes the layers of functions that have roles', 'lambda:UpdateFunctionConfiguration'),
  of('makes a development endpoint with any role', 'iam:PassRole', 'glue:CreateDevEndpoint'),
  of('puts its own key on a development endpoint', 'glue:UpdateDevEndpoint'),
  of('makes a job with any role and runs it', 'iam:PassRole', 'glue:CreateJob', 'glue:StartJobRun'),
  of('makes a stack with any role', 'iam:PassRole', 'cloudformation:CreateStack'),
  of(
    'makes a pipeline with any role',
    'iam:PassRole',
    'datapipeline:CreatePipeline',
    'datapipeline:PutPipelineDefinition',
  ),
  of(
    'makes a build project with any role and runs it',
    'iam:PassRole',
    'codebuild:CreateProject',
    'codebuild:StartBuild',
  ),
  of('runs a task with any role', 'iam:PassRole', 'ecs:RegisterTaskDefinition', 'ecs:RunTask'),
  of(
    'makes a service whose tasks have any role',
    'iam:PassRole',
    'ecs:RegisterTaskDefinition',
    'ecs:CreateService',
  ),
  of(
    'makes a notebook with any role and opens it',
    'iam:PassRole',
    'sagemaker:CreateNotebookInstance',
    'sagemaker:CreatePresignedNotebookInstanceUrl',
  ),
  of('makes a processing job with any role', 'iam:PassRole', 'sagemaker:CreateProcessingJob'),
  of('makes a training job with any role', 'iam:PassRole', 'sagemaker:CreateTrainingJob'),
  of(
    'makes a state machine with any role and runs it',
    'iam:PassRole',
    'states:CreateStateMachine',
    'states:StartExecution',
  ),
  of('runs an automation with any role', 'iam:PassRole', 'ssm:StartAutomationExecution'),
  of('runs commands on instances, with their roles', 'ssm:SendCommand'),
  of('opens a shell on instances, with their roles', 'ssm:StartSession'),
];
