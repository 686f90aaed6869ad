import { getOperation, requestMembers, services } from '@policywright/catalog';
import { describe, expect, test } from 'vitest';
import { readOperationFacts } from '../operationFacts.ts';
import type { ModelMember, ModelOperation } from './apiModel.ts';
import { applyRule, type RuleAnswer } from './memberRule.ts';

function member(name: string, more: Partial<ModelMember> = {}): ModelMember {
  return { name, required: true, kind: 'string', isEnum: false, documentation: '', inner: [], ...more };
}

/** What the rule says of an operation of the catalog with these members. */
function ruleOn(name: string, ...members: readonly ModelMember[]): RuleAnswer {
  const operation = getOperation(name);
  if (operation === undefined) throw new Error(`the catalog has no ${name}`);
  const model: ModelOperation = { clients: [], name: operation.name, members };
  return applyRule(operation, model);
}

const APP = 'amplify:UpdateApp';

describe('the rule by name', () => {
  test('takes a required text that is called like the variable of the ARN', () => {
    expect(ruleOn(APP, member('appId'), member('name', { required: false }))).toEqual({
      entry: 'apps(appId)',
      because: 'variable',
    });
  });

  test('takes every variable in order', () => {
    const operation = 'iotsitewise:UpdatePipeline';
    expect(ruleOn(operation, member('pipelineName'), member('workspaceName'))).toMatchObject({
      entry: 'pipeline(workspaceName,pipelineName)',
    });
    expect(ruleOn(operation, member('pipelineName'))).toEqual({ refused: 'no member' });
  });

  test('takes an ARN that is called like the type, whatever the variables are', () => {
    expect(ruleOn('kafka:GetClusterPolicy', member('ClusterArn'))).toEqual({
      entry: 'cluster(ClusterArn)',
      because: 'arn',
    });
  });

  test.each<readonly [string, string, readonly ModelMember[], string]>([
    ['a member that need not be there', APP, [member('appId', { required: false })], 'no member'],
    ['a list', APP, [member('appId', { kind: 'list' })], 'no member'],
    ['fixed words', APP, [member('appId', { isEnum: true })], 'no member'],
    ['another name', APP, [member('name')], 'no member'],
    ['a part of the name', APP, [member('app')], 'no member'],
    ['two of one name', APP, [member('appId'), member('AppId')], 'several members'],
    ['another of the type', APP, [member('appId'), member('appsName')], 'several members'],
    [
      'another of the type within',
      APP,
      [member('appId'), member('links', { kind: 'list', inner: ['appsArn'] })],
      'several members',
    ],
    ['an account', APP, [member('appId'), member('accountId')], 'other account or Region'],
    ['a Region', APP, [member('appId'), member('region')], 'other account or Region'],
    ['a key', APP, [member('appId'), member('settings', { inner: ['kmsKeyArn'] })], 'keys'],
    [
      'a name or an id',
      APP,
      [member('appId', { documentation: 'The name or ID of the app.' })],
      'several forms',
    ],
    ['an alias', APP, [member('appId', { documentation: 'An alias works, too.' })], 'several forms'],
    [
      'what another account owns',
      'ec2:AcceptCapacityReservationBillingOwnership',
      [member('CapacityReservationId')],
      'other account or Region',
    ],
    ['a service with forms of its own', 's3:GetObjectAcl', [member('Bucket'), member('Key')], 'more actions'],
    ['a key of KMS', 'kms:EnableKey', [member('KeyId')], 'no single ARN format'],
    ['more types', 'ec2:AttachVolume', [member('VolumeId'), member('InstanceId')], 'several resource types'],
  ])('refuses %s', (_, operation, members, refused) => {
    expect(ruleOn(operation, ...members)).toEqual({ refused });
  });

  test('does not take `Name` of something else for that of the type', () => {
    const pipe = ruleOn('pipes:StartPipe', member('Name'));
    expect(pipe).toMatchObject({ entry: 'pipe(Name)' });
    const rule = ruleOn('iotfleetwise:UpdateModelManifest', member('name'));
    expect(rule).toMatchObject({ entry: 'modelmanifest(name)' });
  });
});

describe('what the rule found, frozen', () => {
  const lines = readOperationFacts().memberNames;

  test('is what the catalog gives, operation by operation', () => {
    const wrong: string[] = [];
    let prefix = '';
    let count = 0;
    for (const line of lines) {
      if (line.startsWith('service ')) {
        prefix = line.slice('service '.length);
        continue;
      }
      const [names = '', entry = ''] = line.split(' > ');
      for (const name of names.split(' ')) {
        count++;
        const [resource] = requestMembers(`${prefix}:${name}`)?.resources ?? [];
        const items = resource?.values.map(({ choices: [parts] }) =>
          parts?.map((part) => (part.kind === 'member' ? part.path : '')).join(''),
        );
        if (`${resource?.types[0]?.replaceAll(' ', '_')}(${items?.join()})` !== entry)
          wrong.push(`${prefix}:${name}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(count).toBe(3825);
  });

  test('is of no operation of which facts were reviewed, and of no action that the catalog lacks', () => {
    const prefixes = new Set(services().map((service) => service.prefix));
    const named = lines.filter((line) => line.startsWith('service ')).map((line) => line.slice(8));
    expect(named.filter((prefix) => !prefixes.has(prefix))).toEqual([]);
    expect(named.filter((prefix) => ['iam', 'kms', 's3', 'sts'].includes(prefix))).toEqual([]);
  });
});
