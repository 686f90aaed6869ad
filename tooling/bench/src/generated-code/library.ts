/** A way to write policies in TypeScript, and the same programs in it. */
export interface Library {
  /** As in the table. */
  readonly name: string;
  /** What is installed for it; absent where nothing is at run time. */
  readonly peer?: string;
  /** Logs one action, imported the way that brings the least. */
  readonly oneAction: string;
  /** Three statements over three services, with resources and conditions where the library has them. */
  readonly statements: string;
  /** A program where the actions of ECS are asked for at `|`; what follows is as after typing. */
  readonly completion: string;
  /** A name that must be among the answers there. */
  readonly completed: string;
}

/** The folder below the project's where the generated modules lie. */
export const GENERATED = 'iam';
/** The services of the programs. */
export const SERVICES = ['ecs', 'iam', 's3'] as const;

/** The generated code, then its peers. */
export const LIBRARIES: readonly Library[] = [
  {
    name: 'policywright',
    oneAction: "import { RunTask } from './iam/ecs.js'; console.log(RunTask);",
    statements: `
import { GetObject, object } from './iam/s3.js';
import { RunTask, taskDefinition } from './iam/ecs.js';
import { PassRole, role } from './iam/iam.js';
import { allow, arnEquals, policy, stringEquals } from './iam/runtime.js';
const account = '111122223333';
export const document = policy(
  allow(RunTask)
    .on(taskDefinition({ region: 'us-east-1', account, taskDefinitionFamilyName: 'web', taskDefinitionRevisionNumber: '*' }))
    .when(arnEquals('ecs:cluster', 'arn:aws:ecs:us-east-1:111122223333:cluster/web')),
  allow(PassRole).on(role({ account, roleNameWithPath: 'web' })).when(stringEquals('iam:PassedToService', 'ecs-tasks.amazonaws.com')),
  allow(GetObject).on(object({ bucketName: 'b', objectName: '*' })),
);`,
    completion: `
import './iam/ecs.js';
import './iam/iam.js';
import './iam/s3.js';
import { allow } from './iam/runtime.js';
allow('ecs:|');`,
    completed: 'ecs:RunTask',
  },
  {
    name: 'iam-floyd',
    peer: 'iam-floyd@0.842.0',
    oneAction: "import { Statement } from 'iam-floyd'; console.log(new Statement.Ecs().toRunTask());",
    statements: `
import { Statement } from 'iam-floyd';
export const document = [
  new Statement.Ecs().allow().toRunTask().onTaskDefinition('web', '*', '111122223333', 'us-east-1')
    .ifCluster('arn:aws:ecs:us-east-1:111122223333:cluster/web'),
  new Statement.Iam().allow().toPassRole().onRole('web', '111122223333').ifPassedToService('ecs-tasks.amazonaws.com'),
  new Statement.S3().allow().toGetObject().onObject('b', '*'),
];`,
    completion: `
import { Statement } from 'iam-floyd';
new Statement.Ecs().|`,
    completed: 'toRunTask',
  },
  {
    name: 'cdk-iam-actions',
    peer: 'cdk-iam-actions@1.0.0',
    oneAction: "import { ECS } from 'cdk-iam-actions/lib/actions'; console.log(ECS.RUN_TASK);",
    statements: `
import { ECS, IAM, S3 } from 'cdk-iam-actions/lib/actions';
export const document = [
  { Effect: 'Allow', Action: ECS.RUN_TASK, Resource: 'arn:aws:ecs:us-east-1:111122223333:task-definition/web:*' },
  { Effect: 'Allow', Action: IAM.PASS_ROLE, Resource: 'arn:aws:iam::111122223333:role/web' },
  { Effect: 'Allow', Action: S3.GET_OBJECT, Resource: 'arn:aws:s3:::b/*' },
];`,
    completion: `
import { ECS } from 'cdk-iam-actions/lib/actions';
ECS.|`,
    completed: 'RUN_TASK',
  },
  {
    name: 'aws-iam-policy-types',
    peer: 'aws-iam-policy-types@1.0.1',
    oneAction: "import { AwsEcsActions } from 'aws-iam-policy-types'; console.log(AwsEcsActions.RunTask);",
    statements: `
import { AwsEcsActions, AwsIamActions, AwsS3Actions, type AwsIAMPolicy } from 'aws-iam-policy-types';
export const document: AwsIAMPolicy = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Action: AwsEcsActions.RunTask, Resource: 'arn:aws:ecs:us-east-1:111122223333:task-definition/web:*' },
    { Effect: 'Allow', Action: AwsIamActions.PassRole, Resource: 'arn:aws:iam::111122223333:role/web' },
    { Effect: 'Allow', Action: AwsS3Actions.GetObject, Resource: 'arn:aws:s3:::b/*' },
  ],
};`,
    completion: `
import { AwsEcsActions } from 'aws-iam-policy-types';
AwsEcsActions.|`,
    completed: 'RunTask',
  },
];
