import type { EdgeCall, EdgeKind } from './edgeKind.ts';

/** One way to pass a role: to a service that assumes it, by calls about something that the source makes. */
interface PassRoleRow {
  readonly name: string;
  readonly words: string;
  readonly service: string;
  readonly calls: readonly Pick<EdgeCall, 'operation' | 'input'>[];
}

const ROWS: readonly PassRoleRow[] = [
  {
    name: 'pass-role-lambda',
    words: 'makes a Lambda function with the role and calls it',
    service: 'lambda.amazonaws.com',
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
      },
      { operation: 'lambda:Invoke', input: { FunctionName: '{new}' } },
    ],
  },
  {
    name: 'pass-role-ecs',
    words: 'runs a task with the role',
    service: 'ecs-tasks.amazonaws.com',
    calls: [
      {
        operation: 'ecs:RegisterTaskDefinition',
        input: { family: '{new}', taskRoleArn: '{target}', containerDefinitions: [] },
      },
      { operation: 'ecs:RunTask', input: { taskDefinition: '{new}:1' } },
    ],
  },
  {
    name: 'pass-role-ec2',
    words: 'starts an instance with the role',
    service: 'ec2.amazonaws.com',
    calls: [
      {
        operation: 'ec2:RunInstances',
        input: {
          ImageId: 'ami-0123456789abcdef0',
          MinCount: 1,
          MaxCount: 1,
          IamInstanceProfile: { Arn: '{profile}' },
        },
      },
    ],
  },
  {
    name: 'pass-role-cloudformation',
    words: 'makes a stack with the role',
    service: 'cloudformation.amazonaws.com',
    calls: [
      {
        operation: 'cloudformation:CreateStack',
        input: { StackName: '{new}', TemplateBody: '{}', RoleARN: '{target}' },
      },
    ],
  },
  {
    name: 'pass-role-glue-job',
    words: 'makes a Glue job with the role and runs it',
    service: 'glue.amazonaws.com',
    calls: [
      { operation: 'glue:CreateJob', input: { Name: '{new}', Role: '{target}', Command: {} } },
      { operation: 'glue:StartJobRun', input: { JobName: '{new}' } },
    ],
  },
  {
    name: 'pass-role-glue-endpoint',
    words: 'makes a Glue development endpoint with the role',
    service: 'glue.amazonaws.com',
    calls: [
      {
        operation: 'glue:CreateDevEndpoint',
        input: { EndpointName: '{new}', RoleArn: '{target}' },
      },
    ],
  },
  {
    name: 'pass-role-codebuild',
    words: 'makes a CodeBuild project with the role and builds it',
    service: 'codebuild.amazonaws.com',
    calls: [
      {
        operation: 'codebuild:CreateProject',
        input: { name: '{new}', serviceRole: '{target}', source: {}, artifacts: {}, environment: {} },
      },
      { operation: 'codebuild:StartBuild', input: { projectName: '{new}' } },
    ],
  },
  {
    name: 'pass-role-sagemaker',
    words: 'makes a notebook with the role and opens it',
    service: 'sagemaker.amazonaws.com',
    calls: [
      {
        operation: 'sagemaker:CreateNotebookInstance',
        input: { NotebookInstanceName: '{new}', InstanceType: 'ml.t3.medium', RoleArn: '{target}' },
      },
      {
        operation: 'sagemaker:CreatePresignedNotebookInstanceUrl',
        input: { NotebookInstanceName: '{new}' },
      },
    ],
  },
  {
    name: 'pass-role-states',
    words: 'makes a state machine with the role and starts it',
    service: 'states.amazonaws.com',
    calls: [
      {
        operation: 'states:CreateStateMachine',
        input: { name: '{new}', roleArn: '{target}', definition: '{}' },
      },
      {
        operation: 'states:StartExecution',
        input: { stateMachineArn: 'arn:aws:states:us-east-1:111122223333:stateMachine:{new}' },
      },
    ],
  },
  {
    name: 'pass-role-events',
    words: 'makes a rule of EventBridge with the role as that of its target',
    service: 'events.amazonaws.com',
    calls: [
      {
        operation: 'events:PutRule',
        input: { Name: '{new}', ScheduleExpression: 'rate(1 minute)' },
      },
      {
        operation: 'events:PutTargets',
        input: {
          Rule: '{new}',
          Targets: [
            { Id: '1', Arn: 'arn:aws:states:us-east-1:111122223333:stateMachine:{new}', RoleArn: '{target}' },
          ],
        },
      },
    ],
  },
];

/** The ways to become a role by passing it to something that one makes: all of one shape. */
export const passRole: readonly EdgeKind[] = ROWS.map(({ name, words, service, calls }) => ({
  name,
  words,
  target: { kind: 'role', service },
  calls: calls.map((call) => ({ ...call, on: 'free' })),
  source: {
    page: 'Grant a user permissions to pass a role to an AWS service',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
    read: '2026-11-30',
  },
}));
