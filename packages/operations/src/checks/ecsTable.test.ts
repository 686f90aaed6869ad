import type { ActionName } from '@policywright/catalog';
import { describe, expect, test } from 'vitest';
import { callTo, roleArn } from '../_testing/given.ts';
import { listChecks } from './listChecks.ts';

const ecs = (name: string): string => `arn:aws:ecs:eu-west-1:111122223333:${name}`;
const tags = [{ key: 'team', value: 'blue' }];
const managed = {
  infrastructureRoleArn: roleArn('infra'),
  instanceLaunchTemplate: { ec2InstanceProfileArn: 'arn:aws:iam::111122223333:instance-profile/web' },
};
const passed = { executionRoleArn: roleArn('exec'), taskRoleArn: roleArn('task') };
const volumes = { volumeConfigurations: [{ name: 'v', managedEBSVolume: { roleArn: roleArn('infra') } }] };

/**
 * The operations of Amazon ECS that may be authorised for more than their own action, with inputs that ask for all of it:
 * "Actions, resources, and condition keys for Amazon ECS", table "API operations" (2026-11-29).
 */
const TABLE: Readonly<Record<string, readonly [input: Readonly<Record<string, unknown>>, asked: string]>> = {
  CreateCapacityProvider: [
    { name: 'cp', cluster: 'shop', managedInstancesProvider: managed, tags },
    'CreateCapacityProvider PutClusterCapacityProviders TagResource PassRole=ecs',
  ],
  CreateCluster: [{ clusterName: 'shop', tags }, 'CreateCluster TagResource'],
  CreateDaemon: [
    { daemonName: 'd', daemonTaskDefinitionArn: ecs('daemon-task-definition/d:1'), tags },
    'CreateDaemon TagResource PassRole=ecs-tasks',
  ],
  CreateExpressGatewayService: [
    { ...passed, infrastructureRoleArn: roleArn('infra'), tags },
    'CreateCluster CreateExpressGatewayService RegisterTaskDefinition TagResource PassRole=ecs PassRole=ecs-tasks',
  ],
  CreateService: [
    { serviceName: 's', taskDefinition: 'web:7', tags, ...volumes },
    'CreateService TagResource PassRole=ecs PassRole=ecs-tasks',
  ],
  CreateTaskSet: [
    { cluster: 'shop', service: 's', taskDefinition: 'web:7', tags },
    'CreateTaskSet TagResource PassRole=ecs-tasks',
  ],
  DeleteCapacityProvider: [
    { capacityProvider: 'cp', cluster: 'shop' },
    'DeleteCapacityProvider PutClusterCapacityProviders',
  ],
  RegisterContainerInstance: [{ cluster: 'shop', tags }, 'RegisterContainerInstance TagResource'],
  RegisterDaemonTaskDefinition: [
    { family: 'd', containerDefinitions: [], tags, ...passed },
    'RegisterDaemonTaskDefinition TagResource PassRole=ecs-tasks',
  ],
  RegisterTaskDefinition: [
    { family: 'web', containerDefinitions: [], tags, ...passed },
    'RegisterTaskDefinition TagResource PassRole=ecs-tasks',
  ],
  RunTask: [
    { taskDefinition: 'web:7', overrides: passed, tags, ...volumes },
    'RunTask TagResource PassRole=ecs PassRole=ecs-tasks',
  ],
  StartTask: [
    { taskDefinition: 'web:7', containerInstances: ['i'], overrides: passed, tags, ...volumes },
    'StartTask TagResource PassRole=ecs PassRole=ecs-tasks',
  ],
  UpdateCapacityProvider: [
    { name: 'cp', cluster: 'shop', managedInstancesProvider: managed },
    'PutClusterCapacityProviders UpdateCapacityProvider PassRole=ecs',
  ],
  UpdateDaemon: [
    { daemonArn: ecs('daemon/shop/d'), daemonTaskDefinitionArn: ecs('daemon-task-definition/d:2') },
    'UpdateDaemon PassRole=ecs-tasks',
  ],
  UpdateExpressGatewayService: [
    { serviceArn: ecs('service/shop/s'), ...passed },
    'RegisterTaskDefinition UpdateExpressGatewayService PassRole=ecs PassRole=ecs-tasks',
  ],
  UpdateService: [
    { service: 's', taskDefinition: 'web:8', ...volumes },
    'UpdateService PassRole=ecs PassRole=ecs-tasks',
  ],
};

/** The actions of a call, as the table has them. */
function asked(name: string, input: Readonly<Record<string, unknown>>): readonly string[] {
  const checks = listChecks(callTo(`ecs:${name}`, input)).filter(({ reason }) => !BESIDES.has(reason));
  const words = checks.map(({ action, context }) => {
    const service = context['iam:PassedToService'];
    const short = action.slice(action.indexOf(':') + 1);
    return typeof service === 'string' ? `${short}=${service.replace('.amazonaws.com', '')}` : short;
  });
  return [...new Set(words)];
}

/** What the table leaves out. */
const BESIDES: ReadonlySet<string> = new Set(['trust', 'forwardAccess', 'serviceLinkedRole']);

describe('the 16 operations of Amazon ECS that need more than their own action', () => {
  test.each(Object.entries(TABLE))('%s asks for what the table of AWS has', (name, [input, expected]) => {
    expect(asked(name, input).toSorted()).toEqual(expected.split(' ').toSorted());
  });

  test('name no resource that is unknown but where the input does not tell it', () => {
    const unknown = Object.entries(TABLE).flatMap(([name, [input]]) =>
      listChecks(callTo(`ecs:${name}` satisfies ActionName, input))
        .filter(
          ({ resource, reason }) => resource === undefined && reason !== 'trust' && reason !== 'passRole',
        )
        .map(({ action, resourcePattern = '' }) => `${name}: ${action} ${resourcePattern}`),
    );
    expect(unknown).toEqual([
      // The revision is made with the call.
      `CreateExpressGatewayService: ecs:RegisterTaskDefinition ${ecs('task-definition/*')}`,
      `RegisterDaemonTaskDefinition: ecs:RegisterDaemonTaskDefinition ${ecs('daemon-task-definition/d:*')}`,
      `RegisterDaemonTaskDefinition: ecs:TagResource ${ecs('daemon-task-definition/d:*')}`,
      `RegisterTaskDefinition: ecs:RegisterTaskDefinition ${ecs('task-definition/web:*')}`,
      `RegisterTaskDefinition: ecs:TagResource ${ecs('task-definition/web:*')}`,
      `UpdateExpressGatewayService: ecs:RegisterTaskDefinition ${ecs('task-definition/*')}`,
    ]);
  });
});
