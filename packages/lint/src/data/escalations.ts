/** Actions with which, together, a principal can give itself more permissions. */
export interface Escalation {
  readonly actions: readonly string[];
  /** What happens. */
  readonly how: string;
  /** The resource types that have to be open, where the first action works on others too. */
  readonly on: 'principal' | 'policy' | 'role' | 'any';
}

const of = (on: Escalation['on'], how: string, ...actions: readonly string[]): Escalation => ({
  actions,
  how,
  on,
});

/** Known ways to escalate privileges; facts of how AWS works, collected by hand. */
export const ESCALATIONS: readonly Escalation[] = [
  of('policy', 'gives a managed policy a version of its own', 'iam:CreatePolicyVersion'),
  of('policy', 'makes an older version of a managed policy the default', 'iam:SetDefaultPolicyVersion'),
  of('principal', 'makes access keys of another user', 'iam:CreateAccessKey'),
  of('principal', 'gives another user a password', 'iam:CreateLoginProfile'),
  of('principal', 'changes the password of another user', 'iam:UpdateLoginProfile'),
  of('principal', 'attaches any managed policy to a user', 'iam:AttachUserPolicy'),
  of('principal', 'attaches any managed policy to a group', 'iam:AttachGroupPolicy'),
  of('principal', 'attaches any managed policy to a role', 'iam:AttachRolePolicy'),
  of('principal', 'writes an inline policy of a user', 'iam:PutUserPolicy'),
  of('principal', 'writes an inline policy of a group', 'iam:PutGroupPolicy'),
  of('principal', 'writes an inline policy of a role', 'iam:PutRolePolicy'),
  of('principal', 'joins any group', 'iam:AddUserToGroup'),
  of('principal', 'takes the permissions boundary of a user away', 'iam:DeleteUserPermissionsBoundary'),
  of('principal', 'takes the permissions boundary of a role away', 'iam:DeleteRolePermissionsBoundary'),
  of('principal', 'changes who may assume a role', 'iam:UpdateAssumeRolePolicy', 'sts:AssumeRole'),
  of('role', 'starts an instance with any role', 'iam:PassRole', 'ec2:RunInstances'),
  of(
    'role',
    'makes a function with any role and calls it',
    'iam:PassRole',
    'lambda:CreateFunction',
    'lambda:InvokeFunction',
  ),
  of(
    'role',
    'makes a function with any role and has an event source call it',
    'iam:PassRole',
    'lambda:CreateFunction',
    'lambda:CreateEventSourceMapping',
  ),
  of(
    'role',
    'makes a function with any role and lets others call it',
    'iam:PassRole',
    'lambda:CreateFunction',
    'lambda:AddPermission',
  ),
  of('any', 'changes the code of a function, which runs with its role', 'lambda:UpdateFunctionCode'),
  of(
    'any',
    'changes the layers of a function, which run with its role',
    'lambda:UpdateFunctionConfiguration',
  ),
  of('role', 'makes a development endpoint with any role', 'iam:PassRole', 'glue:CreateDevEndpoint'),
  of('any', 'puts its own key on a development endpoint', 'glue:UpdateDevEndpoint'),
  of('role', 'makes a job with any role and runs it', 'iam:PassRole', 'glue:CreateJob', 'glue:StartJobRun'),
  of('role', 'makes a stack with any role', 'iam:PassRole', 'cloudformation:CreateStack'),
  of(
    'role',
    'makes a pipeline with any role',
    'iam:PassRole',
    'datapipeline:CreatePipeline',
    'datapipeline:PutPipelineDefinition',
  ),
  of(
    'role',
    'makes a build project with any role and runs it',
    'iam:PassRole',
    'codebuild:CreateProject',
    'codebuild:StartBuild',
  ),
  of('role', 'runs a task with any role', 'iam:PassRole', 'ecs:RegisterTaskDefinition', 'ecs:RunTask'),
  of(
    'role',
    'makes a service whose tasks have any role',
    'iam:PassRole',
    'ecs:RegisterTaskDefinition',
    'ecs:CreateService',
  ),
  of(
    'role',
    'makes a notebook with any role and opens it',
    'iam:PassRole',
    'sagemaker:CreateNotebookInstance',
    'sagemaker:CreatePresignedNotebookInstanceUrl',
  ),
  of('role', 'makes a processing job with any role', 'iam:PassRole', 'sagemaker:CreateProcessingJob'),
  of('role', 'makes a training job with any role', 'iam:PassRole', 'sagemaker:CreateTrainingJob'),
  of(
    'role',
    'makes a state machine with any role and runs it',
    'iam:PassRole',
    'states:CreateStateMachine',
    'states:StartExecution',
  ),
  of('role', 'runs an automation with any role', 'iam:PassRole', 'ssm:StartAutomationExecution'),
  of('any', 'runs commands on instances, with their roles', 'ssm:SendCommand'),
  of('any', 'opens a shell on instances, with their roles', 'ssm:StartSession'),
];
