import {
  dependentActions,
  forwardAccess,
  resourcePolicies,
  roleParameters,
  serviceLinkedRoles,
  type Citation,
} from '@policywright/catalog';
import { expect, test } from 'vitest';
import { crossCheck } from './crossCheck.ts';
import { loadManagedPolicies } from './managedPolicies.ts';

const policies = loadManagedPolicies();

/** The disagreements that remain, each with the reason why it does. */
const EXPLAINED: Readonly<Record<string, string>> = {
  '`aws-marketplace:PutResourcePolicy` looks like resource-based policies of `aws-marketplace`':
    'nobody has looked at the service yet: unknown',
  '`cloudfront:PutResourcePolicy` looks like resource-based policies of `cloudfront`':
    'new, and perhaps for shares of AWS RAM only: unknown',
  '`bedrock:PutResourcePolicy` looks like resource-based policies of `bedrock`':
    "the page of the service says that it has them, AWS's table says no: both are shown",
  '`payment-cryptography:PutResourcePolicy` looks like resource-based policies of `payment-cryptography`':
    "AWS's table says no",
  '`s3files:PutFileSystemPolicy` looks like resource-based policies of `s3files`':
    'new; nobody has read a page of the service: unknown',
  '`fms:PutPolicy` looks like resource-based policies of `fms`': 'policies of AWS Firewall Manager itself',
  '`route53resolver:PutFirewallRuleGroupPolicy` looks like resource-based policies of `route53resolver`':
    'for shares of AWS RAM: unknown whether AWS counts it',
  '`AWSIotRoboRunnerFullAccess` names the role `AWSServiceRoleForIoTRoboRunner` of `iotroborunner.amazonaws.com`':
    'the service was discontinued and is not in the catalog',
  '`AWSSDMPServiceRolePolicy` names the role `AWSServiceRoleForSDMP` of `sdmp.amazonaws.com`':
    'no service of the catalog is known to be meant',
  '`AWSUserAttributeCostAllocationPolicy` names the role `AWSServiceRoleForUserAttributeCostAllocation` of `user-attribute-cost-allocation-data.amazonaws.com`':
    'no service of the catalog is known to be meant',
  '`AmazonRedshiftDataFullAccess` names the role `AWSServiceRoleForRedshift` of `redshift-data.amazonaws.com`':
    'the role of Amazon Redshift itself, listed with `redshift.amazonaws.com`',
  ...Object.fromEntries(
    [
      'arc-zonal-shift:CreatePracticeRunConfiguration',
      'budgets:ModifyBudget',
      'detective:EnableOrganizationAdminAccount',
      'evidently:CreateProject',
      'health:EnableHealthServiceAccessForOrganization',
      'managedblockchain:CreateMember',
      'storagegateway:AssociateFileSystem',
      'thinclient:CreateEnvironment',
    ].map((action) => [
      `\`${action}\` needs \`iam:CreateServiceLinkedRole\``,
      "AWS's table says that the service has no such roles, its reference that this action makes one: both are shown",
    ]),
  ),
};

test('the overlays disagree with the managed policies and the imported data only where it is explained', () => {
  expect([...crossCheck(policies)].sort()).toEqual(Object.keys(EXPLAINED).sort());
});

test('evidence that cannot be found is told', () => {
  const without = policies.filter(({ name }) => name !== 'AmazonECS_FullAccess');
  expect(crossCheck(without)).toContain(
    '`AmazonECS_FullAccess` does not show the role `AWSServiceRoleForApplicationAutoScaling_ECSService`',
  );
});

test('a policy that does not allow a dependent action, or not through the service, is no evidence for it', () => {
  const statementsOf = (by: string): (typeof policies)[number]['statements'] =>
    policies.find((policy) => policy.name === by)?.statements ?? [];
  const instead = (name: string, by: string): typeof policies =>
    policies.map((policy) => (policy.name === name ? { name, statements: statementsOf(by) } : policy));
  expect(crossCheck(instead('AWSLambdaSQSQueueExecutionRole', 'AWSLambdaBasicExecutionRole'))).toContain(
    '`AWSLambdaSQSQueueExecutionRole` does not show that `lambda:CreateEventSourceMapping` needs `sqs:ReceiveMessage`',
  );
  expect(crossCheck(instead('AWSSecretsManagerClientReadOnlyAccess', 'AdministratorAccess'))).toContain(
    '`AWSSecretsManagerClientReadOnlyAccess` does not show that `secretsmanager:GetSecretValue` needs `kms:Decrypt`',
  );
});

test('most facts have a second source', () => {
  const share = (facts: readonly { readonly source: Citation }[]): number =>
    facts.filter(({ source }) => source.checked).length / facts.length;
  expect(share(serviceLinkedRoles())).toBeGreaterThan(0.8);
  expect(share(roleParameters())).toBeGreaterThan(0.9);
  expect(share(forwardAccess())).toBeGreaterThan(0.9);
  expect(share(dependentActions())).toBeGreaterThan(0.5);
  expect(share(resourcePolicies())).toBeGreaterThan(0.9);
});
