import { describe, expect, test } from 'vitest';
import {
  diffCatalogs,
  documentedKeys,
  getAction,
  getService,
  globalConditionKeys,
  referencePages,
  referenceUrl,
  search,
  services,
  type ReferenceSubject,
  type Service,
} from '../index.ts';
import { referenceActions } from '../overlays/referencePages.ts';

const FOLDER = 'https://docs.aws.amazon.com/service-authorization/latest/reference/';
const GLOBAL = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html';

/** The address behind the folder of the reference. */
function link(subject: ReferenceSubject): string | undefined {
  const url = referenceUrl(subject);
  return url?.startsWith(FOLDER) === true ? url.slice(FOLDER.length) : url;
}

describe('the page of a service', () => {
  test.each([
    ['ecs', ['list_ecs']],
    ['STATES', ['list_stepfunctions']],
    ['events', ['list_eventbridge']],
    ['sso', ['list_iam-identity-center']],
    ['elasticloadbalancing', ['list_elbv2', 'list_elb']],
    ['ses', ['list_sesv2', 'list_ses', 'list_mailmanager', 'list_pinpoint-email']],
  ])('%s: %j', (prefix, names) => {
    expect(referencePages(prefix).map(({ name }) => name)).toEqual(names);
    expect(link({ kind: 'service', name: prefix })).toBe(`${names[0]}.html`);
  });

  test('has its sections', () => {
    const [page] = referencePages('ecs');
    expect(Object.values(page?.sections ?? {}).map((url) => url.slice(FOLDER.length))).toEqual([
      'list_ecs.html#list_ecs-operations',
      'list_ecs.html#list_ecs-actions-as-permissions',
      'list_ecs.html#list_ecs-permission-only-actions',
      'list_ecs.html#list_ecs-resources-for-iam-policies',
      'list_ecs.html#list_ecs-policy-keys',
    ]);
  });

  test('a service that the catalog does not have has none', () => {
    expect(referencePages('nope')).toEqual([]);
  });
});

describe('entries', () => {
  test.each<[ReferenceSubject['kind'], string, string]>([
    ['action', 'ecs:runtask', 'list_ecs.html#list_ecs-action-RunTask'],
    [
      'action',
      'codestar-connections:PassConnection',
      'list_codestar-connections.html#list_codestar-connections-action-PassConnection',
    ],
    ['action', 'ses:SendBounce', 'list_ses.html#list_ses-action-SendBounce'],
    ['action', 'ses:CreateArchive', 'list_mailmanager.html#list_mailmanager-action-CreateArchive'],
    [
      'action',
      'elasticloadbalancing:CreateLoadBalancer',
      'list_elbv2.html#list_elbv2-action-CreateLoadBalancer',
    ],
    ['operation', 'ecs:RunTask', 'list_ecs.html#list_ecs-operations'],
    ['operation', 's3:ListObjectsV2', 'list_s3.html#list_s3-operations'],
    ['operation', 'cloudformation:GetResource', 'list_cloudcontrol.html#list_cloudcontrol-operations'],
    ['resourceType', 'ecs:cluster', 'list_ecs.html#list_ecs-resource-cluster'],
    ['resourceType', 'lambda:code signing config', 'list_lambda.html#list_lambda-resource-codesigningconfig'],
    [
      'resourceType',
      'elasticloadbalancing:loadbalancer/app/',
      'list_elbv2.html#list_elbv2-resource-loadbalancer_app_',
    ],
    [
      'resourceType',
      'ses:mailmanager-archive',
      'list_mailmanager.html#list_mailmanager-resource-mailmanager-archive',
    ],
    ['conditionKey', 'ecs:cluster', 'list_ecs.html#list_ecs-ecs_cluster'],
    [
      'conditionKey',
      'kms:EncryptionContext:team',
      'list_kms.html#list_kms-kms_EncryptionContext___EncryptionContextKey_',
    ],
    ['conditionKey', 's3:ExistingObjectTag/team', 'list_s3.html#list_s3-s3_ExistingObjectTag_key'],
    ['conditionKey', 's3:RequestObjectTag/team', 'list_s3.html#list_s3-s3_RequestObjectTag_key'],
    ['conditionKey', 'swf:tagList.member.0', 'list_swf.html#list_swf-swf_tagList.member.0'],
    ['conditionKey', 'saml:aud', 'list_sts.html#list_sts-saml_aud'],
    [
      'conditionKey',
      'catalog:ChangeType',
      'list_marketplace-catalog.html#list_marketplace-catalog-catalog_ChangeType',
    ],
  ])('%s %s', (kind, name, expected) => {
    expect(link({ kind, name })).toBe(expected);
  });

  test('a shared key is on the page of the service that is named, and else global', () => {
    expect(link({ kind: 'conditionKey', name: 'aws:ResourceTag/team', service: 'ecs' })).toBe(
      'list_ecs.html#list_ecs-aws_ResourceTag___TagKey_',
    );
    expect(link({ kind: 'conditionKey', name: 'aws:ResourceTag/team' })).toBe(
      `${GLOBAL}#condition-keys-resourcetag`,
    );
    expect(link({ kind: 'conditionKey', name: 'aws:SourceIp', service: 'ecs' })).toBe(
      `${GLOBAL}#condition-keys-sourceip`,
    );
  });

  test.each([
    ['aws:PrincipalArn', 'principalarn'],
    ['aws:PrincipalTag/team', 'principaltag'],
    ['aws:Ec2InstanceSourcePrivateIPv4', 'ec2instancesourceprivateip4'],
    ['aws:CalledViaAWSMCP', 'calledviaawasmcp'],
    ['ec2:SourceInstanceArn', 'ec2-source-instance-arn'],
    ['glue:CredentialIssuingService', 'glue-credential-issuing'],
    ['identitystore:UserId', 'identity-store-user-id'],
  ])('the global key %s has the section %s', (name, section) => {
    expect(referenceUrl({ kind: 'conditionKey', name })).toBe(`${GLOBAL}#condition-keys-${section}`);
  });

  test('a key that only guides name links to the guide, a claim of any provider to the page of those', () => {
    const [documented] = documentedKeys.filter(({ name }) => name === 'lakeformation:GlueARN');
    expect(referenceUrl({ kind: 'conditionKey', name: 'lakeformation:GlueARN' })).toBe(
      documented?.source.url,
    );
    expect(referenceUrl({ kind: 'conditionKey', name: 'idp.example.com:sub' })).toBe(
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html',
    );
  });

  test('what the catalog does not have has no address', () => {
    const kinds = ['service', 'action', 'operation', 'resourceType', 'conditionKey'] as const;
    for (const kind of kinds)
      for (const name of ['', 'nope', 'ecs:Nope', ':', 'ecs:', 'ecs:RunTask:x'])
        expect(referenceUrl({ kind, name }), `${kind} ${name}`).toBeUndefined();
  });
});

test('everything in the catalog has an address, which a browser takes as it is', () => {
  const subjects = services().flatMap((service): readonly ReferenceSubject[] => [
    { kind: 'service', name: service.prefix },
    ...service.actions.map(({ fullName }): ReferenceSubject => ({ kind: 'action', name: fullName })),
    ...service.resourceTypes.map(({ name }): ReferenceSubject => ({
      kind: 'resourceType',
      name: `${service.prefix}:${name}`,
    })),
    ...service.conditionKeys.map(({ name }): ReferenceSubject => ({
      kind: 'conditionKey',
      name,
      service: service.prefix,
    })),
  ]);
  const globals = globalConditionKeys.map(({ name }): ReferenceSubject => ({ kind: 'conditionKey', name }));
  expect(subjects.length).toBeGreaterThan(25_000);
  const wrong = [...subjects, ...globals].filter(
    (subject) =>
      !/^https:\/\/docs\.aws\.amazon\.com\/[\w./-]+\.html(?:#[\w.-]+)?$/.test(referenceUrl(subject) ?? ''),
  );
  expect(wrong).toEqual([]);
});

test('no two services have the same first page', () => {
  const first = services().map(({ prefix }) => referencePages(prefix)[0]?.name);
  expect(new Set(first).size).toBe(services().length);
});

test('every action that the table has is one of its service', () => {
  const unknown = services().flatMap(({ prefix }) =>
    referenceActions(prefix).filter((name) => getAction(`${prefix}:${name}`) === undefined),
  );
  expect(unknown).toEqual([]);
  expect(referenceActions('ses')).toContain('SendBounce');
});

test('hits of a search and changes between catalogs can be looked up as they are', () => {
  const [hit] = search('ecs task definition', { kinds: ['resourceType'] });
  expect(hit && link(hit)).toBe('list_ecs.html#list_ecs-resource-task-definition');
  const [key] = search('source vpce', { kinds: ['conditionKey'] });
  expect(key && referenceUrl(key)).toBe(`${GLOBAL}#condition-keys-sourcevpce`);
  const ecs = getService('ecs');
  const before = { version: '1', services: ecs === undefined ? [] : [{ ...plain(ecs), conditionKeys: [] }] };
  const changes = diffCatalogs(before, { version: '2', services: ecs === undefined ? [] : [ecs] });
  expect(changes.map((change) => link(change))).toContain('list_ecs.html#list_ecs-ecs_cluster');
});

function plain({
  prefix,
  name,
  resourceControlPolicies,
  actions,
  resourceTypes,
}: Service): Omit<Service, 'conditionKeys'> {
  return { prefix, name, resourceControlPolicies, actions, resourceTypes };
}
