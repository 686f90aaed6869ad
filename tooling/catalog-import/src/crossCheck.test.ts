import {
  dependentActions,
  forwardAccess,
  linkedRolePolicies,
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
      'billing:AssociateSourceViews',
      'budgets:ModifyBudget',
      'evidently:CreateProject',
      'managedblockchain:CreateMember',
      'mediaconnect:CreateRouterNetworkInterface',
      'thinclient:CreateEnvironment',
    ].map((action) => [
      `\`${action}\` needs \`iam:CreateServiceLinkedRole\``,
      'A page of AWS says that the service has no such roles, its reference that this action makes one: both are shown',
    ]),
  ),
  '`AmazonEC2ImageReferencesAccessPolicy` names forward access of `ec2-images`':
    'a part of Amazon EC2, which forwards anyway',
};

test('the overlays disagree with the managed policies and the imported data only where it is explained', () => {
  expect([...crossCheck(policies)].sort()).toEqual(Object.keys(EXPLAINED).sort());
});

test('evidence that cannot be found is told', () => {
  const gone = ['AmazonECS_FullAccess', 'CloudWatchAPIKeyAccess', 'AWSCloud9ServiceRolePolicy'];
  expect(crossCheck(policies.filter(({ name }) => !gone.includes(name)))).toEqual(
    expect.arrayContaining([
      '`AmazonECS_FullAccess` does not show the role `AWSServiceRoleForApplicationAutoScaling_ECSService`',
      '`CloudWatchAPIKeyAccess` does not show forward access sessions of `cloudwatch`',
      '`AWSCloud9ServiceRolePolicy` does not show service-linked roles of `cloud9`',
    ]),
  );
});

test('a policy that does not allow a dependent action, or not through the service, is no evidence for it', () => {
  const statementsOf = (by: string): (typeof policies)[number]['statements'] =>
    policies.find((policy) => policy.name === by)?.statements ?? [];
  const instead = (name: string, by: string): typeof policies =>
    policies.map((policy) => (policy.name === name ? { ...policy, statements: statementsOf(by) } : policy));
  expect(crossCheck(instead('AWSLambdaSQSQueueExecutionRole', 'AWSLambdaBasicExecutionRole'))).toContain(
    '`AWSLambdaSQSQueueExecutionRole` does not show that `lambda:CreateEventSourceMapping` needs `sqs:ReceiveMessage`',
  );
  expect(crossCheck(instead('AWSSecretsManagerClientReadOnlyAccess', 'AdministratorAccess'))).toContain(
    '`AWSSecretsManagerClientReadOnlyAccess` does not show that `secretsmanager:GetSecretValue` needs `kms:Decrypt`',
  );
});

test('a policy that is not for service-linked roles alone shows none', () => {
  const others = policies.map((policy) => ({ ...policy, forLinkedRoles: false }));
  const denied = crossCheck(others).filter((line) => line.includes('service-linked roles of'));
  expect(denied).toHaveLength(linkedRolePolicies().length);
});

test('policies for service-linked roles are listed only where no such role is known by name', () => {
  const named = new Set(serviceLinkedRoles().map(({ service }) => service));
  expect(linkedRolePolicies().filter(({ service }) => named.has(service))).toEqual([]);
});

test('forward access that a policy shows and the overlay does not have is told', () => {
  const statements = [
    { Effect: 'Allow', Condition: { StringLike: { 'kms:ViaService': 'uxc.*.amazonaws.com' } } },
  ] as const;
  expect(crossCheck([...policies, { name: 'Made', forLinkedRoles: false, statements }])).toContain(
    '`Made` names forward access of `uxc`',
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
