import { expect, test } from 'vitest';
import {
  dependentActions,
  documentedKeys,
  federationKeys,
  federationPresence,
  findConditionKey,
  forwardAccess,
  getAction,
  getService,
  globalConditionKeys,
  isServicePrincipal,
  linkedRolePolicies,
  resourcePolicies,
  sensitiveActions,
  serviceLinkedRoles,
  servicePrincipals,
} from '../index.ts';
import { RECORDED } from './citation.ts';
import { pagePrefixes, servicePages } from './servicePages.ts';
import { statedFeatures } from './statedFeatures.ts';
import { TABLE_COLUMNS, tablePrefixes, tableRows } from './servicesTable.ts';

test('every service and action of the overlays is in the catalog', () => {
  const actions = [...sensitiveActions, ...dependentActions()].map(({ action }) => action);
  actions.push(...dependentActions().map(({ dependentAction }) => dependentAction));
  expect(actions.filter((action) => getAction(action)?.fullName !== action)).toEqual([]);
  const rows = [
    ...serviceLinkedRoles(),
    ...forwardAccess(),
    ...resourcePolicies(),
    ...linkedRolePolicies(),
    ...statedFeatures(),
  ];
  const prefixes = [...rows.map(({ service }) => service), ...pagePrefixes(), ...tablePrefixes()];
  expect(prefixes.filter((prefix) => getService(prefix) === undefined)).toEqual([]);
});

test("AWS's table has a word for each column, and a name where rows share a prefix", () => {
  const prefixes = tablePrefixes();
  expect(prefixes).toEqual([...prefixes].sort());
  expect(prefixes.length).toBeGreaterThan(400);
  for (const prefix of prefixes) {
    const rows = tableRows(prefix);
    for (const { name, support } of rows) {
      expect(name === undefined).toBe(rows.length === 1);
      expect(Object.keys(support)).toEqual([...TABLE_COLUMNS]);
      expect(Object.values(support)).not.toContain('unknown');
    }
    expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
  }
  expect(tableRows('lex')).toHaveLength(2);
  expect(tableRows('ec')).toEqual([]);
});

test('the pages of services are found by the whole prefix, the present one first', () => {
  const prefixes = pagePrefixes();
  expect(new Set(prefixes).size).toBe(prefixes.length);
  const isPresent = (prefix: string): readonly boolean[] =>
    servicePages(prefix).map((page) => page.isPresent);
  for (const prefix of prefixes) expect([1, 2]).toContain(isPresent(prefix).length);
  expect(isPresent('waf')).toEqual([true, false]);
  expect(isPresent('config')).toEqual([false]);
  expect(isPresent('wafv2')).toEqual([true]);
  expect(isPresent('ec')).toEqual([]);
});

test('nothing is listed twice', () => {
  for (const list of [
    globalConditionKeys.map((key) => key.name.toLowerCase()),
    documentedKeys.map((key) => key.name.toLowerCase()),
    sensitiveActions.map(({ action }) => action),
    serviceLinkedRoles().map(({ roleName }) => roleName),
    forwardAccess().map(({ service }) => service),
    linkedRolePolicies().map(({ service }) => service),
    statedFeatures().map(({ service, feature }) => `${service} ${feature}`),
    resourcePolicies().map(({ service }) => service),
    dependentActions().map(({ action, dependentAction }) => `${action} ${dependentAction}`),
  ]) {
    expect(list.filter((item, index) => list.indexOf(item) !== index)).toEqual([]);
  }
});

/** Facts that may stand on more than a page. */
const EVIDENCED = [
  serviceLinkedRoles(),
  forwardAccess(),
  linkedRolePolicies(),
  statedFeatures(),
  resourcePolicies(),
  dependentActions(),
  documentedKeys,
].flat();

test('every fact of AWS cites a page and a day; opinions cite none', () => {
  const facts = [globalConditionKeys, EVIDENCED, federationKeys];
  for (const { source } of facts.flat()) {
    expect(source.page).not.toBe('');
    expect(source.url).toMatch(
      /^https:\/\/(?:docs\.aws\.amazon\.com\/\S+\.html|github\.com\/awsdocs\/\S+\.(?:md|adoc))$/,
    );
    expect(isDay(source.recorded), source.recorded).toBe(true);
    expect(source.checked).toBe(source.read || source.evidence !== undefined);
  }
  expect(sensitiveActions.some((action) => 'source' in action)).toBe(false);
  expect(sensitiveActions.every(({ recorded }) => isDay(recorded))).toBe(true);
});

test('a fact that stands on a managed policy of AWS names it', () => {
  const evidences = EVIDENCED.flatMap(({ source }) => source.evidence ?? []);
  expect(evidences.length).toBeGreaterThan(100);
  for (const evidence of evidences)
    if (evidence.kind === 'managedPolicy') expect(evidence.name).toMatch(/^[A-Za-z][\w-]+$/);
});

/** None is before the first overlays. */
function isDay(text: string): boolean {
  return text >= RECORDED && new Date(text).toISOString().startsWith(text) && text.length === 10;
}

test('S194: the operations that set resource policies are in the catalog', () => {
  const operations = resourcePolicies().flatMap(({ operation }) => operation ?? []);
  expect(operations).toContain('s3:PutBucketPolicy');
  expect(operations.filter((operation) => getAction(operation)?.fullName !== operation)).toEqual([]);
});

test('S89: the multivalued global keys are those of the documentation', () => {
  const multivalued = globalConditionKeys.filter((key) => key.multivalued).map((key) => key.name);
  expect(multivalued.sort()).toEqual([
    'aws:CalledVia',
    'aws:PrincipalOrgPaths',
    'aws:PrincipalServiceNamesList',
    'aws:ResourceOrgPaths',
    'aws:SourceOrgPaths',
    'aws:TagKeys',
    'aws:VpceOrgPaths',
  ]);
});

test('S89: `amr` and the keys of SAML that are lists are multivalued, whatever the reference says', () => {
  const lists = getService('sts')?.conditionKeys.filter(({ multivalued }) => multivalued);
  expect(lists?.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['cognito-identity.amazonaws.com:amr', 'saml:mail', 'saml:uid', 'saml:cn']),
  );
  expect(findConditionKey('SAML:Mail')).toMatchObject({ multivalued: true });
  expect(findConditionKey('saml:aud')).toMatchObject({ multivalued: false });
});

test('S125: who has a key follows the page: always, signed, or some callers only', () => {
  const find = (name: string): unknown => globalConditionKeys.find((key) => key.name === name);
  for (const name of ['aws:PrincipalAccount', 'aws:userid', 'aws:UserAgent', 'aws:PrincipalType']) {
    expect(find(name)).toMatchObject({ always: true, signed: true, principals: undefined });
  }
  for (const name of ['aws:PrincipalArn', 'aws:PrincipalIsAWSService']) {
    expect(find(name)).toMatchObject({ always: false, signed: true });
  }
  for (const name of ['aws:MultiFactorAuthPresent', 'aws:MultiFactorAuthAge']) {
    expect(find(name)).toMatchObject({ signed: false, principals: ['user', 'role', 'root'] });
  }
  expect(find('codebuild:ProjectArn')).toMatchObject({ type: 'ARN', category: 'session' });
});

test('S89: the claims of every OIDC provider, how many values they have, and which stay with the session', () => {
  const claims = federationKeys.map(({ name, type, multivalued, inSession }) => [
    name,
    type,
    multivalued ? 'many' : 'one',
    inSession ? 'session' : 'sign-in',
  ]);
  expect(claims).toEqual([
    ['${Provider}:amr', 'String', 'many', 'session'],
    ['${Provider}:aud', 'String', 'one', 'session'],
    ['${Provider}:email', 'String', 'one', 'sign-in'],
    ['${Provider}:oaud', 'String', 'one', 'sign-in'],
    ['${Provider}:sub', 'String', 'one', 'session'],
  ]);
});

test.each([
  ['saml:sub', 'session'],
  ['SAML:Sub_Type', 'session'],
  ['saml:aud', 'sign-in'],
  ['oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE:sub', 'session'],
  ['token.actions.githubusercontent.com:repository', 'sign-in'],
  ['accounts.google.com:email', 'sign-in'],
  ['graph.facebook.com:id', 'session'],
  ['aws:SourceIp', undefined],
  ['sub', undefined],
])('a claim stays with the session or not: %s, %s', (key, expected) => {
  expect(federationPresence(key)).toBe(expected);
});

test('keys of guides are found where the reference has none, and none is in both', () => {
  expect(findConditionKey('sagemaker:targetcontainerhostname')?.name).toBe(
    'sagemaker:TargetContainerHostname',
  );
  expect(findConditionKey('iot:Connection.Thing.Attributes[site]')?.type).toBe('String');
  const own = ({ name }: { readonly name: string }): boolean =>
    getService(name.slice(0, name.indexOf(':')))?.conditionKeys.some((key) => key.name === name) === true;
  expect(documentedKeys.filter(own)).toEqual([]);
});

test('forward access has the keys of every source and the page that was read before a policy', () => {
  const find = (service: string): unknown => forwardAccess().find((fact) => fact.service === service);
  expect(find('glue')).toMatchObject({
    keys: ['aws:CalledVia', 'kms:ViaService'],
    source: { page: 'AWS KMS condition keys', recorded: '2026-11-30', read: true },
  });
  expect(find('scheduler')).toMatchObject({
    keys: ['kms:ViaService'],
    source: { read: false, evidence: { name: 'SageMakerStudioProjectUserRolePolicy' } },
  });
  expect(find('ecs')).toMatchObject({ keys: [], source: { read: true } });
  expect(find('kms')).toBeUndefined();
});

test('AWS names sixteen roles and more that managed policies do not', () => {
  const read = serviceLinkedRoles().filter(({ source }) => source.read);
  expect(read.map(({ roleName }) => roleName)).toEqual(
    expect.arrayContaining(
      ['AmazonEKSConnector', 'AmazonEKSLocalOutpost', 'KafkaConnect', 'RDSCustom', 'WAFLogging']
        .concat('AmazonSSM_AccountDiscovery', 'AmazonSSM_OpsInsights')
        .map((name) => `AWSServiceRoleFor${name}`),
    ),
  );
});

test('service principals are known by overlay, by prefix, or not', () => {
  expect(['ecs-tasks', 'edgelambda', 'malware-protection.guardduty', 's3'].map(isServicePrincipal)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(['lamda', 'ecs-task', ''].map(isServicePrincipal)).toEqual([false, false, false]);
  expect([...servicePrincipals()].filter((name) => !/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/.test(name))).toEqual([]);
});

test('S125: `aws:username` is there for users only, times and `aws:ViaAWSService` always', () => {
  const find = (name: string): unknown => globalConditionKeys.find((key) => key.name === name);
  expect(find('aws:username')).toMatchObject({ principals: ['user'], always: false });
  expect(find('aws:CurrentTime')).toMatchObject({ type: 'Date', always: true });
  expect(find('aws:ViaAWSService')).toMatchObject({ type: 'Bool', always: true });
});

test('the tag keys of the services agree with the global ones', () => {
  for (const name of ['aws:ResourceTag/${TagKey}', 'aws:RequestTag/${TagKey}', 'aws:TagKeys']) {
    const local = getService('ecs')?.conditionKeys.find((key) => key.name === name);
    expect(findConditionKey(name)).toMatchObject({ ...local });
  }
});

test('S180: dependent actions are curated only where the imported data lacks them', () => {
  const repeated = dependentActions().filter(({ action, dependentAction }) => {
    const known = getAction(action);
    const lists = [
      known?.dependentActions,
      ...(known?.resourceTypes.map((type) => type.dependentActions) ?? []),
    ];
    return lists.some((list) => list?.includes(dependentAction));
  });
  expect(repeated).toEqual([]);
});

test('S47: curated dependent actions are needed on `*` where they take no resource, and only there', () => {
  const wrong = dependentActions().filter(
    ({ dependentAction, resource }) => getAction(dependentAction)?.wildcardOnly !== (resource === '*'),
  );
  expect(wrong).toEqual([]);
});

test('curated dependent actions say who needs them, when, and on what', () => {
  const find = (action: string, dependentAction: string): unknown =>
    dependentActions().find((fact) => fact.action === action && fact.dependentAction === dependentAction);
  expect(find('sns:Publish', 'kms:GenerateDataKey')).toEqual({
    action: 'sns:Publish',
    dependentAction: 'kms:GenerateDataKey',
    holder: 'caller',
    when: 'a customer managed key encrypts the topic',
    resource: 'the key of the topic',
    source: {
      page: 'Managing Amazon SNS encryption keys and costs',
      url: 'https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html',
      recorded: '2026-11-24',
      read: false,
      checked: false,
      evidence: undefined,
    },
  });
  expect(find('secretsmanager:BatchGetSecretValue', 'secretsmanager:GetSecretValue')).toMatchObject({
    holder: 'caller',
    when: undefined,
  });
  expect(find('ecs:RunTask', 'ecr:GetAuthorizationToken')).toMatchObject({
    holder: 'role',
    source: { checked: true, evidence: { kind: 'managedPolicy', name: 'AmazonECSTaskExecutionRolePolicy' } },
  });
  const key = { when: 'a customer managed key encrypts sessions in the cluster', source: { read: true } };
  expect(find('ecs:ExecuteCommand', 'kms:GenerateDataKey')).toMatchObject({ holder: 'caller', ...key });
  expect(find('ecs:ExecuteCommand', 'kms:Decrypt')).toMatchObject({ holder: 'role', ...key });
  expect(find('ecs:ExecuteCommand', 'ssmmessages:OpenDataChannel')).toMatchObject({
    holder: 'role',
    source: { page: 'Amazon ECS task IAM role', recorded: '2026-11-30' },
  });
  expect(find('ecr:CreateRepository', 'kms:RetireGrant')).toMatchObject({ holder: 'caller' });
  expect(find('ecr:DeleteRepository', 'kms:RetireGrant')).toMatchObject({
    when: 'a KMS key encrypts the repository',
  });
  expect(find('ecs:RunTask', 'ssm:GetParameters')).toMatchObject({
    holder: 'role',
    source: { checked: false },
  });
});

test('a role that only a page shows cites the source of that page, as read', () => {
  expect(
    serviceLinkedRoles().find(({ roleName }) => roleName === 'AWSServiceRoleForAppIntegrations'),
  ).toEqual({
    service: 'app-integrations',
    roleName: 'AWSServiceRoleForAppIntegrations',
    servicePrincipal: 'app-integrations.amazonaws.com',
    source: {
      page: 'appintegrations-slr.md',
      url: 'https://github.com/awsdocs/amazon-connect-admin-guide/blob/main/doc_source/appintegrations-slr.md',
      recorded: '2026-11-29',
      read: true,
      checked: true,
      evidence: undefined,
    },
  });
});
