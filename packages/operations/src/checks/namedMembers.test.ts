import { getAction, operationsOf, requestMembers, services, type ActionName } from '@policywright/catalog';
import { describe, expect, test } from 'vitest';
import { ACCOUNT, callTo, identity, REGION } from '../_testing/given.ts';
import { simulateOperation } from '../decide/simulateOperation.ts';
import { operationPlan } from '../plan/operationPlan.ts';
import { listChecks } from './listChecks.ts';

/** Operations whose members the rule by name found, with the resource that a request names. */
const NAMED: readonly (readonly [operation: ActionName, input: object, resource: string | undefined])[] = [
  ['amplify:UpdateApp', { appId: 'a' }, `arn:aws:amplify:${REGION}:${ACCOUNT}:apps/a`],
  [
    'eks:CreateFargateProfile',
    { clusterName: 'k', fargateProfileName: 'p' },
    `arn:aws:eks:${REGION}:${ACCOUNT}:cluster/k`,
  ],
  ['eks:DescribeUpdate', { name: 'k', updateId: 'u' }, undefined],
  ['ec2:DeleteRouteTable', { RouteTableId: 'rtb-1' }, `arn:aws:ec2:${REGION}:${ACCOUNT}:route-table/rtb-1`],
  ['codecommit:GetFolder', { repositoryName: 'r' }, `arn:aws:codecommit:${REGION}:${ACCOUNT}:r`],
  [
    'iotsitewise:UpdatePipeline',
    { workspaceName: 'w', pipelineName: 'p' },
    `arn:aws:iotsitewise:${REGION}:${ACCOUNT}:workspace/w/pipeline/p`,
  ],
  [
    'acm-pca:IssueCertificate',
    { CertificateAuthorityArn: 'arn:aws:acm-pca:us-east-1:444455556666:certificate-authority/c' },
    'arn:aws:acm-pca:us-east-1:444455556666:certificate-authority/c',
  ],
  // A member that need not be there, several forms, what another account owns, names in other letter case: not for a rule.
  ['kinesis:AddTagsToStream', { StreamName: 's' }, undefined],
  ['dynamodb:UpdateTimeToLive', { TableName: 't' }, undefined],
  ['ec2:AcceptCapacityReservationBillingOwnership', { CapacityReservationId: 'cr-1' }, undefined],
  ['sagemaker:DeleteEndpoint', { EndpointName: 'E' }, undefined],
  ['s3:PutReplicationConfiguration', { Bucket: 'b' }, undefined],
  ['kms:EnableKeyRotation', { KeyId: 'k' }, undefined],
];

describe('members that the rule by name found', () => {
  test.each(NAMED)('%s %o', (operation, input, resource) => {
    const [check] = listChecks(callTo(operation, input as Record<string, unknown>));
    expect([check?.action, check?.resource]).toEqual([operation, resource]);
  });

  test('are told apart from facts that were reviewed', () => {
    expect(requestMembers('amplify:UpdateApp')?.source).toMatchObject({ read: true, checked: false });
    expect(requestMembers('ecs:RunTask')?.source).toMatchObject({ read: true, checked: true });
  });

  test('name one resource of the one type that the action takes, and nothing besides', () => {
    let named = 0;
    for (const { actions } of services()) {
      for (const { fullName } of actions) {
        const members = requestMembers(fullName);
        if (members === undefined || members.source.checked) continue;
        named++;
        const { resources, unnamed, keys, encryption } = members;
        expect([resources.length, unnamed, keys.length, encryption.length]).toEqual([1, false, 0, 0]);
        // The making of service-linked roles would have to be reviewed.
        expect([fullName, operationPlan(fullName)?.linkedRole]).toEqual([fullName, undefined]);
        const taken = getAction(fullName)?.resourceTypes.map(({ name, required }) => [name, required]);
        expect([fullName, taken]).toEqual([fullName, [[resources[0]?.types[0], true]]]);
      }
    }
    expect(named).toBe(3820);
  });

  test('leave what they do not name unknown, so that no policy that names resources allows it', () => {
    const policies = identity({ Action: 'amplify:UpdateApp', Resource: `arn:aws:amplify:*:*:apps/a` });
    expect(simulateOperation(policies, callTo('amplify:UpdateApp', { appId: 'a' })).answer).toBe('Allow');
    expect(simulateOperation(policies, callTo('amplify:UpdateApp', { appId: 'b' })).answer).toBe('Denied');
    expect(simulateOperation(policies, callTo('amplify:UpdateApp', {})).answer).toBe('Depends');
  });

  test('are of no operation of which two APIs have different requests', () => {
    const classic = operationsOf('elasticloadbalancing').filter(({ name }) => name === 'CreateLoadBalancer');
    expect(classic.length).toBeGreaterThan(0);
    expect(requestMembers('elasticloadbalancing:CreateLoadBalancer')).toBeUndefined();
  });
});
