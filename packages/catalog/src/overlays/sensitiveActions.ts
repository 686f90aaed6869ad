import type { ActionName } from '../model/action.ts';
import { dayOf, withoutDay } from './citation.ts';

/** Why an action deserves a second look. */
export type SensitivityCategory = 'privilege-escalation' | 'credentials' | 'exposure' | 'audit' | 'data';

/** An action that this project considers sensitive. An opinion of its authors, not a statement of AWS. */
export interface SensitiveAction {
  readonly action: ActionName;
  readonly category: SensitivityCategory;
  /** The day on which it was put on the list, `YYYY-MM-DD`. */
  readonly recorded: string;
}

// Actions; one can have a day of its own, as in `glue:CreateJob@2027-03-01`.
const BY_CATEGORY: Readonly<Record<SensitivityCategory, string>> = {
  // The caller can give itself, or something that it controls, more permissions than it has.
  'privilege-escalation': `
    cloudformation:CreateStack cloudformation:UpdateStack codebuild:CreateProject codebuild:UpdateProject
    datapipeline:PutPipelineDefinition ec2:AssociateIamInstanceProfile ec2:RunInstances
    ecs:RegisterTaskDefinition ecs:RunTask glue:CreateDevEndpoint glue:UpdateDevEndpoint glue:CreateJob
    iam:AddUserToGroup iam:AttachGroupPolicy iam:AttachRolePolicy iam:AttachUserPolicy iam:CreatePolicy
    iam:CreatePolicyVersion iam:DeleteRolePermissionsBoundary iam:DeleteUserPermissionsBoundary iam:PassRole
    iam:PutGroupPolicy iam:PutRolePermissionsBoundary iam:PutRolePolicy iam:PutUserPermissionsBoundary
    iam:PutUserPolicy iam:SetDefaultPolicyVersion iam:UpdateAssumeRolePolicy lambda:AddPermission
    lambda:CreateFunction lambda:UpdateFunctionCode lambda:UpdateFunctionConfiguration
    organizations:DetachPolicy organizations:UpdatePolicy sagemaker:CreateNotebookInstance
    sagemaker:CreatePresignedNotebookInstanceUrl ssm:SendCommand ssm:StartSession sso:AttachManagedPolicyToPermissionSet
    sso:CreateAccountAssignment sso:PutInlinePolicyToPermissionSet sts:AssumeRole`,
  // The answer holds secrets, or makes new ones.
  credentials: `
    chime:CreateApiKey codepipeline:PollForJobs cognito-identity:GetCredentialsForIdentity
    connect:GetFederationToken ec2:GetPasswordData ecr:GetAuthorizationToken gamelift:RequestUploadCredentials
    iam:CreateAccessKey iam:CreateLoginProfile iam:CreateServiceSpecificCredential
    iam:ResetServiceSpecificCredential iam:UpdateLoginProfile iam:UploadSSHPublicKey lightsail:DownloadDefaultKeyPair
    lightsail:GetInstanceAccessDetails rds-db:connect redshift:GetClusterCredentials
    secretsmanager:GetSecretValue ssm:GetParameter ssm:GetParameters ssm:GetParametersByPath
    sts:GetFederationToken sts:GetSessionToken`,
  // Others, possibly everybody, can get at a resource.
  exposure: `
    backup:PutBackupVaultAccessPolicy ec2:ModifyImageAttribute ec2:ModifySnapshotAttribute
    ecr:SetRepositoryPolicy elasticfilesystem:PutFileSystemPolicy events:PutPermission glue:PutResourcePolicy
    kms:CreateGrant kms:PutKeyPolicy lambda:AddLayerVersionPermission ram:CreateResourceShare
    rds:ModifyDBSnapshotAttribute s3:DeleteBucketPolicy s3:PutAccountPublicAccessBlock s3:PutBucketAcl
    s3:PutBucketPolicy s3:PutBucketPublicAccessBlock s3:PutObjectAcl secretsmanager:PutResourcePolicy
    sns:AddPermission sqs:AddPermission`,
  // Traces are lost.
  audit: `
    cloudtrail:DeleteTrail cloudtrail:PutEventSelectors cloudtrail:StopLogging cloudtrail:UpdateTrail
    config:DeleteConfigurationRecorder config:StopConfigurationRecorder ec2:DeleteFlowLogs
    guardduty:DeleteDetector guardduty:UpdateDetector logs:DeleteLogGroup organizations:LeaveOrganization
    securityhub:DisableSecurityHub`,
  // Data of customers is read, or lost for good.
  data: `
    dynamodb:DeleteTable dynamodb:GetItem dynamodb:Query dynamodb:Scan ec2:CreateSnapshot kms:Decrypt
    kms:ScheduleKeyDeletion logs:GetLogEvents rds:DeleteDBCluster rds:DeleteDBInstance s3:DeleteBucket
    s3:DeleteObject s3:DeleteObjectVersion s3:GetObject sqs:ReceiveMessage`,
};

/** The actions that this project considers sensitive, by category. */
export const sensitiveActions: readonly SensitiveAction[] = (
  Object.keys(BY_CATEGORY) as SensitivityCategory[]
).flatMap((category) =>
  BY_CATEGORY[category]
    .trim()
    .split(/\s+/)
    .map((word) => readSensitiveAction(word, category)),
);

/** Reads a word of the lists above. */
export function readSensitiveAction(word: string, category: SensitivityCategory): SensitiveAction {
  return { action: withoutDay(word) as ActionName, category, recorded: dayOf(word) };
}
