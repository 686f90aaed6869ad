import { makeOrganization } from '@policywright-tooling/organization';
import {
  AccountAudit,
  auditShard,
  callerInSnapshot,
  mergeShards,
  printShard,
  shardActions,
  SnapshotReader,
  type AccountPrincipal,
  type AskedOperation,
  type OrganizationNode,
  type Snapshot,
} from '@policywright/account';
import { getService, matchResource } from '@policywright/catalog';
import { compile, type Authorizer, type PolicySet, type Request } from '@policywright/evaluator';
import { settleAnew, simulateOperation } from '@policywright/operations';
import { beforeAll, expect, test } from 'vitest';

// One organization with a principal for each way that policies are held, asked about every pair.
const files = makeOrganization({ principals: 200, accounts: 3, resources: 12, seed: 20_261_130 });

function read(): Snapshot {
  const reader = new SnapshotReader();
  for (const [path, text] of Object.entries(files)) {
    reader.open(path);
    reader.write(text);
  }
  const { snapshot, diagnostics } = reader.end();
  expect(diagnostics).toEqual([]);
  return snapshot;
}

/** The actions that mean something on a resource, from the catalog alone. */
function actionsOn(arn: string): readonly string[] {
  const names = matchResource(arn).flatMap(({ type }) =>
    (getService(type.service)?.actions ?? [])
      .filter(({ resourceTypes }) => resourceTypes.some(({ name }) => name === type.name))
      .map(({ fullName }) => fullName),
  );
  return [...new Set(names)];
}

/** The nodes from the root to an account. */
function levelsOf(node: OrganizationNode, account: string): readonly OrganizationNode[] {
  if (node.id === account) return [node];
  const below = node.children.map((child) => levelsOf(child, account)).find((levels) => levels.length > 0);
  return below === undefined ? [] : [node, ...below];
}

interface Pair {
  readonly authorizer: Authorizer;
  readonly request: Omit<Request, 'action'>;
}

/** A principal and a resource as one set of policies, put together anew. */
function pairOf(snapshot: Snapshot, principal: AccountPrincipal, arn: string): Pair {
  const { organization, resources = [] } = snapshot;
  const resource = resources.find((one) => one.arn === arn);
  const { root, managementAccount, id } = organization ?? {};
  if (root === undefined || resource === undefined) throw new Error('the organization has both');
  const owner = resource.account ?? '';
  const [own, theirs] = [levelsOf(root, principal.account), levelsOf(root, owner)];
  const set: PolicySet = {
    identity: principal.policies.map(({ policy }) => policy),
    boundary: principal.boundary && [principal.boundary.policy],
    scps: own.map(({ scps = [] }) => scps.map(({ policy }) => policy)),
    rcps: theirs.map(({ rcps = [] }) => rcps.map(({ policy }) => policy)),
    resource: resource.policy,
    flags: {
      principalInManagementAccount: principal.account === managementAccount,
      resourceInManagementAccount: owner === managementAccount,
    },
  };
  const isUser = principal.kind === 'user';
  const tags = Object.entries(principal.tags).map(([key, value]) => [`aws:PrincipalTag/${key}`, value]);
  const resourceTags = Object.entries(resource.tags ?? {}).flatMap(([key, value]) => [
    [`aws:ResourceTag/${key}`, value],
    [`${arn.split(':')[2] ?? ''}:ResourceTag/${key}`, value],
  ]);
  const region = arn.split(':')[3] ?? '';
  return {
    authorizer: compile(set),
    request: {
      principal: isUser
        ? principal.arn
        : `arn:aws:sts::${principal.account}:assumed-role/${principal.name}/audit`,
      resource: arn,
      resourceAccount: owner,
      context: {
        'aws:PrincipalArn': principal.arn,
        'aws:PrincipalAccount': principal.account,
        'aws:PrincipalIsAWSService': 'false',
        'aws:PrincipalType': isUser ? 'User' : 'AssumedRole',
        'aws:SecureTransport': 'true',
        'aws:ResourceAccount': owner,
        ...(id !== undefined && { 'aws:PrincipalOrgID': id, 'aws:ResourceOrgID': id }),
        ...(isUser && { 'aws:username': principal.name, 'aws:userid': principal.id }),
        ...(region !== '' && { 'aws:RequestedRegion': region }),
        ...Object.fromEntries([...tags, ...resourceTags]),
      },
    },
  };
}

/** What the keys that nobody knows may be. */
const COMPLETIONS = [
  {},
  { 'aws:MultiFactorAuthPresent': 'true', 'aws:SourceVpc': 'vpc-1' },
  { 'aws:MultiFactorAuthPresent': 'false', 'aws:SourceIp': '203.0.113.7' },
  { 'aws:RequestTag/team': 'shop', 'aws:TagKeys': ['team'], 'kms:ViaService': 's3.eu-west-1.amazonaws.com' },
] as const;

let snapshot: Snapshot;
/** `principal resource action`, by what the audit says. */
const said = { certain: new Set<string>(), possible: new Set<string>() };

beforeAll(() => {
  snapshot = read();
  const answers = auditShard(snapshot, { index: 0, count: 1 });
  const names = answers.rows.map((_, row) => shardActions(answers, row));
  for (const [principal, resource, certain, possible] of answers.answers) {
    const pair = `${answers.principals[principal] ?? ''} ${answers.resources[resource] ?? ''}`;
    for (const action of names[certain] ?? []) said.certain.add(`${pair} ${action}`);
    for (const action of names[possible] ?? []) said.possible.add(`${pair} ${action}`);
  }
}, 120_000);

test('28: every pair is decided as `decide` does, for every completion that is tried', () => {
  const counts = { certain: 0, open: 0, denied: 0 };
  const wrong: string[] = [];
  for (const { arn } of snapshot.resources ?? []) {
    const actions = actionsOn(arn);
    expect(actions.length).toBeGreaterThan(0);
    for (const principal of snapshot.accounts.flatMap(({ principals }) => principals)) {
      const { authorizer, request } = pairOf(snapshot, principal, arn);
      for (const action of actions) {
        const key = `${principal.arn} ${arn} ${action}`;
        const isCertain = said.certain.has(key);
        const isPossible = said.possible.has(key);
        counts[isCertain ? 'certain' : isPossible ? 'open' : 'denied']++;
        if (isCertain && !isPossible) wrong.push(key);
        // Where the bounds meet, they are what is decided.
        if (isCertain === isPossible) {
          for (const more of COMPLETIONS) {
            const context = { ...request.context, ...more };
            if ((authorizer.decide({ ...request, action, context }) === 'Allow') !== isCertain)
              wrong.push(key);
          }
        }
      }
    }
  }
  expect(wrong).toEqual([]);
  for (const count of Object.values(counts)) expect(count).toBeGreaterThan(0);
}, 240_000);

test('28: who-can lies within the bounds, and agrees where they meet', () => {
  const audit = new AccountAudit(snapshot);
  let asked = 0;
  for (const { arn } of snapshot.resources ?? []) {
    for (const action of actionsOn(arn).filter((_, index) => index % 9 === 0)) {
      const found = new Map(
        audit.whoCan(action, arn).principals.map((reach) => [reach.principal, reach.answer]),
      );
      for (const principal of audit.principals) {
        const key = `${principal} ${arn} ${action}`;
        asked++;
        if (said.certain.has(key)) expect(found.get(principal), key).toBe('certainly');
        if (!said.possible.has(key)) expect(found.has(principal), key).toBe(false);
      }
    }
  }
  expect(asked).toBeGreaterThan(1000);
}, 240_000);

test('28: parts have together what the whole has, and the same bytes whenever they run', () => {
  const whole = auditShard(snapshot, { index: 0, count: 1 });
  const parts = [0, 1, 2].map((index) => auditShard(snapshot, { index, count: 3 }));
  const merged = mergeShards(parts);
  expect(merged.principals).toEqual(whole.principals);
  const told = (answers: typeof whole): readonly string[] =>
    answers.answers.map(([principal, resource, certain, possible]) =>
      [principal, resource, answers.rows[certain], answers.rows[possible]].join(' '),
    );
  expect(told(merged)).toEqual(told(whole));
  expect(printShard(auditShard(read(), { index: 1, count: 3 }))).toBe(printShard(parts[1] ?? whole));
}, 240_000);

/** Calls of each kind: with roles that are passed, keys, what is told and what is not, by name and by ARN. */
function callsOf({ resources = [], accounts }: Snapshot): readonly AskedOperation[] {
  const named = (service: string): string =>
    resources.find(({ arn }) => arn.startsWith(`arn:aws:${service}:`))?.arn ?? '';
  const roles = accounts.flatMap(({ principals }) => principals.filter(({ kind }) => kind === 'role'));
  const [role, other] = [roles[0]?.arn ?? '', roles.at(-1)?.arn ?? ''];
  const bucket = named('s3').slice('arn:aws:s3:::'.length);
  const calls: readonly Omit<AskedOperation, 'region'>[] = [
    {
      operation: 'sqs:SendMessage',
      input: { QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/111111111111/shop-jobs' },
    },
    { operation: 'sqs:ListQueues', input: {} },
    { operation: 's3:GetObject', input: { Bucket: bucket, Key: 'a/b' } },
    { operation: 's3:PutObject', input: { Bucket: 'unknown', Key: 'a', Tagging: 'team=shop' } },
    { operation: 'kms:Decrypt', input: { KeyId: named('kms') } },
    { operation: 'kms:Decrypt', input: {} },
    { operation: 'lambda:Invoke', input: { FunctionName: named('lambda') } },
    { operation: 'lambda:CreateFunction', input: { FunctionName: 'new', Role: role, Code: {} } },
    { operation: 'ecs:RunTask', input: { taskDefinition: 'shop-web:1', overrides: { taskRoleArn: other } } },
    { operation: 'ec2:RunInstances', input: { ImageId: 'ami-0123456789abcdef0', MinCount: 1, MaxCount: 1 } },
    { operation: 'secretsmanager:GetSecretValue', input: { SecretId: named('secretsmanager') } },
    { operation: 'sts:AssumeRole', input: { RoleArn: other, RoleSessionName: 's' } },
    { operation: 'sts:GetCallerIdentity', input: {} },
    { operation: 'iam:CreateUser', input: { UserName: 'new' } },
  ];
  return calls.map((call, index) => ({
    ...call,
    region: 'eu-west-1',
    perhaps: index % 2 === 0 ? ('count' as const) : ('ignore' as const),
  }));
}

test('28: who-can of a call says of each principal what the call as that principal comes to', () => {
  const audit = new AccountAudit(snapshot);
  const counts = { certainly: 0, perhaps: 0, denied: 0 };
  const wrong: string[] = [];
  const callers = snapshot.accounts.flatMap(({ principals }) =>
    principals.map((principal) => ({ principal, caller: callerInSnapshot(snapshot, principal.arn) })),
  );
  for (const asked of callsOf(snapshot)) {
    const found = new Map(audit.whoCanCall(asked).principals.map((reach) => [reach.principal, reach]));
    for (const reach of found.values()) counts[reach.answer]++;
    for (const { principal, caller } of callers) {
      if (caller === undefined) throw new Error('the snapshot has it');
      const { kind, arn, name, account } = principal;
      const call = {
        operation: asked.operation,
        input: asked.input ?? {},
        region: asked.region,
        principal: kind === 'user' ? arn : `arn:aws:sts::${account}:assumed-role/${name}/audit`,
        account,
        context: caller.context,
        absent: caller.absent,
      };
      const decision = simulateOperation(caller.policies, call, caller.world);
      const missing = caller.missing(decision.checks);
      const { answer, unknown } = settleAnew(decision, { perhaps: asked.perhaps, missing });
      const told = found.get(arn);
      const expected = { Allow: 'certainly', Depends: 'perhaps', Denied: 'denied' }[answer];
      const isSame =
        told === undefined
          ? answer === 'Denied'
          : told.answer === expected && told.dependsOn.join() === unknown.join();
      if (!isSame)
        wrong.push(`${JSON.stringify(asked)} ${arn}: ${told?.answer ?? 'none'}, ${answer} ${unknown.join()}`);
    }
  }
  expect(wrong).toEqual([]);
  for (const count of Object.values(counts)) expect(count).toBeGreaterThan(20);
}, 240_000);
