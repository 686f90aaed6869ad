/** Actions with which, together, a principal can give itself more permissions. */
export interface Escalation {
  readonly actions: readonly string[];
  /** What it does, in the third person. */
  readonly how: string;
  readonly source: EscalationSource;
}

/** Where it is known from that actions lead to more permissions. */
export interface EscalationSource {
  /** The path of a page on `docs.aws.amazon.com` that says what the actions do, or with which role. */
  readonly page: string;
  /** The day on which it was written down, `YYYY-MM-DD`. */
  readonly recorded: string;
  /** Whether the page, or part of it, was read that day; else the fact is from knowledge of it. */
  readonly read: boolean;
}

/** The day of the facts below. */
const RECORDED = '2026-11-29';

// A page a paragraph, with `?` before one that was not read. Indented, a way a line: what somebody does, and behind `|`
// the actions that it takes, all of them. What needs `iam:PassRole` for each role that runs is not here: those are the
// role-taking actions of the catalog.
const TABLE = `
? IAM/latest/APIReference/API_CreatePolicyVersion.html
  gives a managed policy a version of its own | iam:CreatePolicyVersion
? IAM/latest/APIReference/API_SetDefaultPolicyVersion.html
  makes an older version of a managed policy the default | iam:SetDefaultPolicyVersion
? IAM/latest/UserGuide/id_credentials_access-keys.html
  makes access keys of another user | iam:CreateAccessKey
? IAM/latest/UserGuide/id_credentials_bedrock.html
  makes credentials for a service of another user | iam:CreateServiceSpecificCredential
  changes credentials for a service of another user | iam:ResetServiceSpecificCredential
? IAM/latest/UserGuide/id_credentials_ssh-keys.html
  gives another user a key of its own for repositories | iam:UploadSSHPublicKey
? IAM/latest/UserGuide/id_credentials_passwords_admin-change-user.html
  gives another user a password | iam:CreateLoginProfile
  changes the password of another user | iam:UpdateLoginProfile
? IAM/latest/UserGuide/access_policies_manage-attach-detach.html
  attaches any managed policy to a user | iam:AttachUserPolicy
  attaches any managed policy to a group | iam:AttachGroupPolicy
  attaches any managed policy to a role | iam:AttachRolePolicy
  writes an inline policy of a user | iam:PutUserPolicy
  writes an inline policy of a group | iam:PutGroupPolicy
  writes an inline policy of a role | iam:PutRolePolicy
? IAM/latest/UserGuide/id_groups_manage_add-remove-users.html
  joins any group | iam:AddUserToGroup
? IAM/latest/UserGuide/access_policies_boundaries.html
  takes the permissions boundary of a user away | iam:DeleteUserPermissionsBoundary
  takes the permissions boundary of a role away | iam:DeleteRolePermissionsBoundary
  gives a user another permissions boundary | iam:PutUserPermissionsBoundary
  gives a role another permissions boundary | iam:PutRolePermissionsBoundary
? IAM/latest/UserGuide/id_roles_update-role-trust-policy.html
  lets itself assume a role | iam:UpdateAssumeRolePolicy
? IAM/latest/UserGuide/id_roles_providers_saml.html
  makes itself the identity provider of roles | iam:UpdateSAMLProvider
? singlesignon/latest/userguide/permissionsetsconcept.html
  writes the inline policy of a permission set | sso:PutInlinePolicyToPermissionSet
  attaches any managed policy to a permission set | sso:AttachManagedPolicyToPermissionSet
  attaches a policy to a permission set | sso:AttachCustomerManagedPolicyReferenceToPermissionSet
  takes the permissions boundary of a permission set away | sso:DeletePermissionsBoundaryFromPermissionSet
  assigns itself a permission set of any account | sso:CreateAccountAssignment
? singlesignon/latest/userguide/addgroups.html
  joins any group of the identity store | identitystore:CreateGroupMembership
  joins any group of the directory | sso-directory:AddMemberToGroup
? eks/latest/userguide/access-entries.html
  makes itself an administrator of clusters, with the roles of their pods | eks:CreateAccessEntry eks:AssociateAccessPolicy
? lambda/latest/dg/lambda-intro-execution-role.html
  changes the code of functions that have roles | lambda:UpdateFunctionCode
  changes the layers of functions that have roles | lambda:UpdateFunctionConfiguration
? AWSEC2/latest/UserGuide/create-launch-template.html
  changes what the instances of a launch template run, with their roles | ec2:CreateLaunchTemplateVersion
? AWSEC2/latest/UserGuide/user-data.html
  changes what instances run when they start | ec2:ModifyInstanceAttribute ec2:StopInstances ec2:StartInstances
? AWSEC2/latest/UserGuide/replace-root.html
  replaces what instances with roles boot from | ec2:CreateReplaceRootVolumeTask
? AWSEC2/latest/UserGuide/ec2-instance-connect-methods.html
  signs in to instances, with their roles | ec2-instance-connect:SendSSHPublicKey
  signs in to serial consoles of instances, with their roles | ec2-instance-connect:SendSerialConsoleSSHPublicKey
? systems-manager/latest/userguide/run-command.html
  runs commands on instances, with their roles | ssm:SendCommand
? systems-manager/latest/userguide/session-manager.html
  opens a shell on instances, with their roles | ssm:StartSession
  takes over a shell on instances, with their roles | ssm:ResumeSession
? systems-manager/latest/userguide/systems-manager-state.html
  has documents run on instances, with their roles | ssm:CreateAssociation
  has documents run on instances, with their roles | ssm:CreateAssociationBatch
  changes what documents run on instances, with their roles | ssm:UpdateAssociation
? systems-manager/latest/userguide/maintenance-windows.html
  has tasks run on instances, with their roles | ssm:RegisterTaskWithMaintenanceWindow
  changes the tasks that run on instances, with their roles | ssm:UpdateMaintenanceWindowTask
? systems-manager/latest/userguide/documents-creating-content.html
  changes documents that run with roles | ssm:UpdateDocument ssm:UpdateDocumentDefaultVersion
systems-manager/latest/userguide/automation-working.html
  starts runbooks, which can name roles of their own | ssm:StartAutomationExecution
? codebuild/latest/APIReference/API_StartBuild.html
  runs a build of its own with the role of a project | codebuild:StartBuild
  runs builds of its own with the role of a project | codebuild:StartBuildBatch
  changes what projects with roles build | codebuild:UpdateProject
  runs commands with the role of a project | codebuild:StartSandbox codebuild:StartCommandExecution
  opens a shell with the role of a project | codebuild:StartSandboxConnection
AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html
  changes stacks with the roles that they were made with | cloudformation:UpdateStack
  changes stacks with the roles of those | cloudformation:CreateChangeSet cloudformation:ExecuteChangeSet
  changes stack sets with the roles that they were made with | cloudformation:UpdateStackSet
  makes stacks in accounts with the roles of stack sets | cloudformation:CreateStackSet cloudformation:CreateStackInstances
? apprunner/latest/dg/security_iam_service-with-iam.html
  changes what services with roles run | apprunner:UpdateService
? AmazonECS/latest/developerguide/ecs-exec.html
  runs commands in containers, with the roles of their tasks | ecs:ExecuteCommand
batch/latest/APIReference/API_TaskContainerOverrides.html
  runs commands with the role of a job definition | batch:SubmitJob
? step-functions/latest/dg/procedure-create-iam-role.html
  changes what state machines with roles do | states:UpdateStateMachine
? glue/latest/dg/dev-endpoint.html
  puts its own key on a development endpoint | glue:UpdateDevEndpoint
glue/latest/dg/aws-glue-programming-etl-glue-arguments.html
  runs scripts of its own with the role of a job | glue:StartJobRun
? glue/latest/dg/create-an-iam-role.html
  changes what jobs with roles run | glue:UpdateJob
  runs statements in sessions, with their roles | glue:RunStatement
? datapipeline/latest/DeveloperGuide/dp-iam-roles.html
  changes what pipelines with roles run | datapipeline:PutPipelineDefinition
? sagemaker/latest/dg/notebook-lifecycle-config.html
  changes the scripts that notebooks with roles start with | sagemaker:UpdateNotebookInstanceLifecycleConfig
  has notebooks start with its own script | sagemaker:CreateNotebookInstanceLifecycleConfig sagemaker:UpdateNotebookInstance
  opens notebooks, with their roles | sagemaker:CreatePresignedNotebookInstanceUrl
? sagemaker/latest/dg/studio-lifecycle-configurations.html
  opens the studios of others, with their roles | sagemaker:CreatePresignedDomainUrl
  has studios of a domain start with its own script | sagemaker:CreateStudioLifecycleConfig sagemaker:UpdateDomain
  has studios of users start with its own script | sagemaker:CreateStudioLifecycleConfig sagemaker:UpdateUserProfile
  has spaces start with its own script | sagemaker:CreateStudioLifecycleConfig sagemaker:UpdateSpace
  connects to spaces, with their roles | sagemaker:StartSession
? emr/latest/ManagementGuide/emr-iam-role-for-ec2.html
  runs steps on clusters, with the roles of their instances | elasticmapreduce:AddJobFlowSteps
? emr/latest/ManagementGuide/emr-studio-create-studio.html
  opens studios with clusters, with their roles | elasticmapreduce:CreateStudioPresignedUrl
bedrock-agentcore/latest/devguide/code-interpreter-create.html
  runs code in interpreters, with their roles | bedrock-agentcore:InvokeCodeInterpreter
? bedrock-agentcore/latest/devguide/runtime-permissions.html
  runs commands in agent runtimes, with their roles | bedrock-agentcore:InvokeAgentRuntimeCommand
  opens a shell in agent runtimes, with their roles | bedrock-agentcore:InvokeAgentRuntimeCommandShell
  changes what agent runtimes with roles run | bedrock-agentcore:UpdateAgentRuntime
? amplify/latest/userguide/amplify-service-role.html
  changes what apps with roles build | amplify:UpdateApp
? greengrass/v2/developerguide/device-service-role.html
  runs components on devices, with their roles | greengrass:CreateDeployment
? codedeploy/latest/userguide/getting-started-create-iam-instance-profile.html
  runs scripts on instances, with their roles | codedeploy:CreateDeployment
? codestar/latest/userguide/working-with-teams.html
  makes a project and is its owner | codestar:CreateProject
  makes itself an owner of projects | codestar:AssociateTeamMember
? gamelift/latest/developerguide/fleets-remote-access.html
  signs in to instances of fleets, with their roles | gamelift:GetComputeAccess
  signs in to instances of fleets, with their roles | gamelift:GetInstanceAccess
? cloud9/latest/user-guide/share-environment.html
  joins environments that have the permissions of their owners | cloud9:CreateEnvironmentMembership
? appstream2/latest/developerguide/using-iam-roles-to-grant-permissions-to-applications-scripts-streaming-instances.html
  opens sessions on fleets, with their roles | appstream:CreateStreamingURL
  opens sessions on image builders, with their roles | appstream:CreateImageBuilderStreamingURL
? mwaa/latest/userguide/call-mwaa-apis-web.html
  has workflows run with the role of an environment | airflow:CreateWebLoginToken
  has workflows run with the role of an environment | airflow:CreateCliToken
? managed-flink/latest/java/how-creating-apps.html
  changes what applications with roles run | kinesisanalytics:UpdateApplication
? fis/latest/userguide/getting-started-iam-service-role.html
  changes and starts experiments that have roles | fis:UpdateExperimentTemplate fis:StartExperiment
? elasticbeanstalk/latest/dg/iam-instanceprofile.html
  changes what environments with roles run | elasticbeanstalk:CreateApplicationVersion elasticbeanstalk:UpdateEnvironment
? servicecatalog/latest/adminguide/constraints-launch.html
  changes what products are launched with roles | servicecatalog:CreateProvisioningArtifact servicecatalog:ProvisionProduct
? emr/latest/EMR-on-EKS-DevelopmentGuide/emr-studio-create-eks-cluster.html
  opens endpoints of virtual clusters, with their roles | emr-containers:GetManagedEndpointSessionCredentials
? opsworks/latest/userguide/opsworks-security-appsrole.html
  runs commands on instances, with their roles | opsworks:CreateDeployment
? deadline-cloud/latest/userguide/security-iam.html
  takes over the roles of queues | deadline:AssumeQueueRoleForUser
? rolesanywhere/latest/userguide/introduction.html
  makes itself an authority whose certificates assume roles | rolesanywhere:CreateTrustAnchor
  makes itself an authority whose certificates assume roles | rolesanywhere:UpdateTrustAnchor
`;

let known: readonly Escalation[] | undefined;

/** Known ways to more permissions that pass no role; facts of how AWS works, collected by hand. */
export function escalations(): readonly Escalation[] {
  return (known ??= readEscalations(TABLE));
}

function readEscalations(table: string): readonly Escalation[] {
  const escalations: Escalation[] = [];
  let source: EscalationSource = { page: '', recorded: RECORDED, read: false };
  for (const line of table.trim().split('\n')) {
    if (!line.startsWith(' ')) {
      const read = !line.startsWith('? ');
      source = { page: read ? line : line.slice(2), recorded: RECORDED, read };
      continue;
    }
    const [how = '', actions = ''] = line.trim().split(' | ');
    escalations.push({ how, actions: actions.split(' '), source });
  }
  return escalations;
}
