import { makeOrganization, trailFiles } from '@policywright-tooling/organization';
import {
  AccountAudit,
  auditShard,
  compareSnapshots,
  EventReader,
  shardActions,
  SnapshotReader,
  type AccountPrincipal,
  type OrganizationNode,
  type Snapshot,
} from '@policywright/account';
import type { RequestContext } from '@policywright/conditions';
import {
  compile,
  deriveContext,
  type PolicySet,
  type Principal,
  type Request,
} from '@policywright/evaluator';
import { listChecks } from '@policywright/operations';
import { policyFromValue, type Policy } from '@policywright/policy';
import { beforeAll, expect, test } from 'vitest';

const files = makeOrganization({ principals: 60, accounts: 3, resources: 12, seed: 7 });

function read(texts: Readonly<Record<string, string>>): Snapshot {
  const reader = new SnapshotReader();
  for (const [path, text] of Object.entries(texts)) {
    reader.open(path);
    reader.write(text);
  }
  return reader.end().snapshot;
}

/** The nodes from the root to an account. */
function levelsOf(node: OrganizationNode, account: string): readonly OrganizationNode[] {
  if (node.id === account) return [node];
  const below = node.children.map((child) => levelsOf(child, account)).find((levels) => levels.length > 0);
  return below === undefined ? [] : [node, ...below];
}

function policyOf(value: object): Policy {
  const result = policyFromValue(value);
  if (!result.ok) throw new Error('the document can be read');
  return result.policy;
}

const full = policyOf({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } });

/** The policies above principal and resource, put together anew. */
function above({ organization }: Snapshot, account: string, owner: string): PolicySet {
  const { root, managementAccount } = organization ?? {};
  if (root === undefined) throw new Error('there is an organization');
  return {
    scps: levelsOf(root, account).map(({ scps = [] }) => scps.map(({ policy }) => policy)),
    rcps: levelsOf(root, owner).map(({ rcps = [] }) => rcps.map(({ policy }) => policy)),
    flags: {
      principalInManagementAccount: account === managementAccount,
      resourceInManagementAccount: owner === managementAccount,
    },
  };
}

function callerOf({ kind, arn, name, account }: AccountPrincipal): string {
  return kind === 'user' ? arn : `arn:aws:sts::${account}:assumed-role/${name}/audit`;
}

function contextOf(snapshot: Snapshot, principal: AccountPrincipal): RequestContext {
  const { id = '' } = snapshot.organization ?? {};
  const tags = Object.entries(principal.tags).map(([key, value]) => [`aws:PrincipalTag/${key}`, value]);
  const known = { 'aws:PrincipalArn': principal.arn, 'aws:PrincipalOrgID': id, ...Object.fromEntries(tags) };
  return deriveContext({ principal: callerOf(principal), action: '', resource: '*', context: known });
}

let snapshot: Snapshot;

beforeAll(() => {
  snapshot = read(files);
});

/** What the keys that nobody knows may be. */
const COMPLETIONS: readonly RequestContext[] = [
  {},
  { 'aws:SecureTransport': 'true', 'sts:ExternalId': 'shared' },
  { 'aws:SecureTransport': 'false', 'sts:ExternalId': 'other' },
];

test('29: whom `decide` lets in from another account, external names, and whom it certainly names, `decide` lets in', () => {
  const { reach, unknown } = new AccountAudit(snapshot).external({});
  expect(unknown).toEqual([]);
  const accounts = snapshot.accounts.map(({ account }) => account);
  const missed: string[] = [];
  let allowed = 0;
  const ask = (
    set: PolicySet,
    request: Omit<Request, 'context'>,
    arn: string | undefined,
  ): readonly boolean[] =>
    COMPLETIONS.map((more) => {
      const known = arn === undefined ? more : { 'aws:PrincipalArn': arn, ...more };
      const context = { ...deriveContext({ ...request, context: known }), ...known };
      return compile(set).decide({ ...request, context }) === 'Allow';
    });
  const resources = [
    ...(snapshot.resources ?? []).flatMap(({ arn, account = '', policy }) =>
      arn.includes(':s3:::') && policy !== undefined
        ? [
            {
              arn,
              account,
              policy,
              tried: [
                ['s3:GetObject', `${arn}/x`],
                ['s3:ListBucket', arn],
                ['s3:PutObject', `${arn}/x`],
              ],
            },
          ]
        : [],
    ),
    ...snapshot.accounts.flatMap(({ account, principals }) =>
      principals.flatMap(({ arn, trust }) =>
        trust === undefined ? [] : [{ arn, account, policy: trust, tried: [['sts:AssumeRole', arn]] }],
      ),
    ),
  ];
  for (const { arn, account, policy, tried } of resources) {
    for (const other of accounts.filter((one) => one !== account)) {
      const outsiders: readonly [Principal, string | undefined][] = [
        [`arn:aws:iam::${other}:user/x`, undefined],
        [`arn:aws:sts::${other}:assumed-role/role-1/s`, `arn:aws:iam::${other}:role/role-1`],
        ['anonymous', undefined],
        [{ service: 'lambda.amazonaws.com' }, undefined],
      ];
      for (const [principal, principalArn] of outsiders) {
        const isOfAccount = typeof principal === 'string' && principal !== 'anonymous';
        const { rcps, flags } = above(snapshot, other, account);
        const set: PolicySet = { resource: policy, rcps, flags, ...(isOfAccount && { identity: [full] }) };
        for (const [action = '', resource = ''] of tried) {
          const answers = ask(set, { principal, action, resource, resourceAccount: account }, principalArn);
          if (!answers.includes(true)) continue;
          allowed++;
          const isNamed = reach.some(
            (one) =>
              one.resource === arn &&
              one.actions.includes(action) &&
              (one.party.kind === 'everyone' ||
                (one.party.kind === 'account' && one.party.account === other && isOfAccount) ||
                (one.party.kind === 'service' && typeof principal === 'object') ||
                (one.party.kind === 'principals' &&
                  principalArn !== undefined &&
                  one.party.account === other)),
          );
          if (!isNamed) missed.push(`${JSON.stringify(principal)} ${action} ${arn}`);
        }
      }
    }
  }
  expect(missed).toEqual([]);
  expect(allowed).toBeGreaterThan(10);
  // What is certain is so for the one who stands for the party, whatever the keys are.
  for (const one of reach.filter(
    ({ answer, party }) => answer === 'certainly' && party.kind !== 'provider',
  )) {
    const found = resources.find(({ arn }) => arn === one.resource);
    if (found === undefined || found.arn.includes(':s3:::')) continue;
    const { account } = found;
    const { rcps, flags } = above(snapshot, account, account);
    const set: PolicySet = {
      resource: found.policy,
      rcps,
      flags,
      ...(typeof one.example === 'string' && { identity: [full] }),
    };
    const request = {
      principal: one.example,
      action: 'sts:AssumeRole',
      resource: one.resource,
      resourceAccount: account,
    };
    expect(ask(set, request, undefined), one.resource).not.toContain(false);
  }
}, 240_000);

/** The files with some changes: more, less and other permissions, another boundary and other trust. */
function changedFiles(): Readonly<Record<string, string>> {
  const [path = ''] = Object.keys(files)
    .filter((name) => name.startsWith('accounts/'))
    .slice(1);
  const account = JSON.parse(files[path] ?? '') as {
    UserDetailList: { UserPolicyList: object[]; AttachedManagedPolicies: object[] }[];
    RoleDetailList: { RolePolicyList: object[]; AssumeRolePolicyDocument: object }[];
  };
  const allow = (Action: string): object => ({
    PolicyName: `more-${Action}`,
    PolicyDocument: { Version: '2012-10-17', Statement: { Effect: 'Allow', Action, Resource: '*' } },
  });
  account.UserDetailList[0]?.UserPolicyList.push(allow('s3:*'));
  account.RoleDetailList[0]?.RolePolicyList.push(allow('sqs:SendMessage'));
  account.RoleDetailList.slice(3)
    .find(({ RolePolicyList }) => RolePolicyList.length > 0)
    ?.RolePolicyList.splice(0);
  const [, , role] = account.RoleDetailList;
  if (role !== undefined)
    role.AssumeRolePolicyDocument = {
      Version: '2012-10-17',
      Statement: { Effect: 'Allow', Principal: { AWS: '999988887777' }, Action: 'sts:AssumeRole' },
    };
  return { ...files, [path]: JSON.stringify(account) };
}

test('30: what a snapshot won and lost, requests show as `decide` has them, and nothing else is newly certain', () => {
  const after = read(changedFiles());
  const { access, unknown, hops } = compareSnapshots(snapshot, after);
  expect(unknown).toEqual([]);
  expect(hops.length).toBeGreaterThan(0);
  const setOf = (of: Snapshot, arn: string): PolicySet | undefined => {
    const found = of.accounts.flatMap(({ principals }) => principals).find((one) => one.arn === arn);
    if (found === undefined) return undefined;
    const { account, policies, boundary } = found;
    const resource = policyOf({
      Version: '2012-10-17',
      Statement: { Effect: 'Allow', Principal: { AWS: account }, Action: '*', Resource: '*' },
    });
    const { scps, flags } = above(of, account, account);
    const own = { identity: policies.map(({ policy }) => policy), boundary: boundary && [boundary.policy] };
    return flags?.principalInManagementAccount === true ? { ...own, resource } : { ...own, resource, scps };
  };
  const kinds = new Set<string>();
  for (const { of, change, arns, witness } of access) {
    kinds.add(`${of} ${change}`);
    expect(change === 'won' ? witness.after : witness.before).toBe('Allow');
    expect(change === 'won' ? witness.before : witness.after).not.toBe('Allow');
    const [arn = ''] = arns;
    if (of === 'resource') continue;
    const sets = [setOf(snapshot, arn), setOf(after, arn)];
    const decisions = sets.map((set) => set && compile(set).decide(witness.request));
    expect(decisions, arn).toEqual([witness.before, witness.after]);
  }
  expect([...kinds].sort()).toEqual(['principal lost', 'principal won', 'resource lost', 'resource won']);
  // Every pair that is certain only now belongs to a principal that won something.
  const pairsOf = (of: Snapshot, row: 'certain' | 'possible'): ReadonlySet<string> => {
    const answers = auditShard(of, { index: 0, count: 1 });
    return new Set(
      answers.answers.flatMap(([principal, resource, certain, possible]) =>
        shardActions(answers, row === 'certain' ? certain : possible).map(
          (action) => `${answers.principals[principal] ?? ''} ${answers.resources[resource] ?? ''} ${action}`,
        ),
      ),
    );
  };
  const possible = pairsOf(snapshot, 'possible');
  const winners = new Set(access.filter(({ change }) => change === 'won').flatMap(({ arns }) => arns));
  const gained = [...pairsOf(after, 'certain')].filter((pair) => !possible.has(pair));
  expect(gained.length).toBeGreaterThan(0);
  expect(gained.filter((pair) => !winners.has(pair.split(' ', 1)[0] ?? ''))).toEqual([]);
}, 240_000);

/** How often replay said what. */
type Told = Record<'certainly' | 'perhaps' | 'allowed', number>;

/** Holds what replay says of each event to what `decide` says of all that the call is authorised for. */
function holdReplay(of: Snapshot, events: readonly object[], completions: readonly RequestContext[]): Told {
  const principals = of.accounts.flatMap((account) => account.principals);
  const audit = new AccountAudit(of);
  const resources = new Map((of.resources ?? []).map((resource) => [resource.arn, resource]));
  const counts: Told = { certainly: 0, perhaps: 0, allowed: 0 };
  const reader = new EventReader();
  reader.read(JSON.stringify({ Records: events }));
  // All at once: what is found out for one call must not be taken for another.
  const together = new Map(
    audit.replay(reader.end().calls).denied.map((one) => [JSON.stringify(one.call), one.answer]),
  );
  for (const call of reader.end().calls) {
    const { denied, asked: count } = audit.replay([call]);
    const principal = principals.find(({ arn }) => arn === call.caller.name);
    if (count !== call.count || call.operation === undefined || principal === undefined)
      throw new Error('it is asked');
    const said = denied[0]?.answer ?? 'allowed';
    const text = JSON.stringify(call);
    expect(together.get(text) ?? 'allowed', text).toBe(said);
    counts[said]++;
    if (said === 'perhaps') continue;
    const context = { ...contextOf(of, principal), ...call.context };
    const operation = { operation: call.operation, input: call.input ?? {}, principal: callerOf(principal) };
    const asked = { ...operation, account: principal.account, region: call.region, context };
    // A role that is named without its path is the one that the account has.
    const checks = listChecks(asked, {
      trustOf: (arn) => principals.find((one) => one.arn === arn)?.trust,
    }).filter(
      ({ need, reason, resource }) => need !== 'perhaps' && reason !== 'trust' && resource !== undefined,
    );
    for (const more of completions) {
      const decisions = checks.map(({ action, resource = '*', context: own }) => {
        const told = resources.get(resource);
        const owner = told?.account ?? principal.account;
        const role = principals.find(({ arn }) => arn === resource);
        const policy = action.startsWith('sts:') ? role?.trust : told?.policy;
        const set: PolicySet = {
          identity: principal.policies.map((one) => one.policy),
          boundary: principal.boundary && [principal.boundary.policy],
          ...above(of, principal.account, owner),
          ...(policy !== undefined && { resource: policy }),
        };
        const request = { principal: callerOf(principal), action, resource, resourceAccount: owner };
        const tags = Object.entries(told?.tags ?? {}).map(([key, value]) => [
          `aws:ResourceTag/${key}`,
          value,
        ]);
        const known: RequestContext = { ...Object.fromEntries(tags), ...own };
        return compile(set).decide({ ...request, context: { ...more, ...known } });
      });
      const isAllowed = decisions.every((one) => one === 'Allow');
      expect(isAllowed, `${text} ${JSON.stringify(more)}`).toBe(said === 'allowed');
    }
  }
  return counts;
}

test('31: what replay says of an event, `decide` says of all that the call is authorised for', () => {
  const principals = snapshot.accounts.flatMap((account) => account.principals);
  const texts = [...trailFiles({ principals: principals.map(({ arn }) => arn), events: 400, seed: 3 })];
  const events = texts.flatMap((text) => (JSON.parse(text) as { Records: { errorCode?: string }[] }).Records);
  const made = events.filter(({ errorCode }) => errorCode === undefined);
  for (const count of Object.values(holdReplay(snapshot, made, COMPLETIONS)))
    expect(count).toBeGreaterThan(0);
}, 240_000);

const ACCOUNT = '111122223333';
const JOBS = `arn:aws:sqs:eu-west-1:${ACCOUNT}:jobs`;
const whole = { Effect: 'Allow', Action: 'sqs:*', Resource: '*' };
const mfa = (value: string): object => ({ Condition: { Bool: { 'aws:MultiFactorAuthPresent': value } } });

/** Statements that allow a call for certain, and such as nearly do. */
const NEARLY: readonly (readonly object[])[] = [
  [whole],
  [{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }],
  [whole, { Effect: 'Deny', Action: 'sqs:DeleteQueue', Resource: '*' }],
  [{ ...whole, ...mfa('true') }],
  [{ ...whole, Resource: JOBS }],
  [{ ...whole, NotResource: JOBS, Resource: undefined }],
  [{ ...whole, Action: 'sqs:Send*' }],
  [whole, { Effect: 'Deny', NotAction: 'iam:*', Resource: '*', ...mfa('false') }],
  [whole, { ...whole, Effect: 'Deny', Resource: JOBS }],
  [whole, { ...whole, Effect: 'Deny', Resource: `${JOBS}-2` }],
  [{ Effect: 'Allow', Action: 'ec2:*', Resource: '*' }],
];

/** An account with a user for each of these as its policy, and for each as its boundary. */
function guarded(scps: readonly object[], rcps: readonly object[]): Snapshot {
  const documentOf = (statements: readonly object[]): object => ({
    Version: '2012-10-17',
    Statement: statements,
  });
  const boundary = (index: number): string => `arn:aws:iam::${ACCOUNT}:policy/boundary-${index}`;
  const user = (name: string, statements: readonly object[], limit?: number): object => ({
    UserName: name,
    UserId: `AIDA${name.toUpperCase()}`,
    Arn: `arn:aws:iam::${ACCOUNT}:user/${name}`,
    UserPolicyList: [{ PolicyName: 'own', PolicyDocument: documentOf(statements) }],
    ...(limit !== undefined && { PermissionsBoundary: { PermissionsBoundaryArn: boundary(limit) } }),
  });
  const full = { Effect: 'Allow', Action: '*', Resource: '*' };
  const level = { scps: [documentOf([full])], rcps: [documentOf([{ ...full, Principal: '*' }])] };
  const own = { scps: [documentOf(scps)], rcps: [documentOf(rcps)] };
  return read({
    'accounts/1.json': JSON.stringify({
      UserDetailList: NEARLY.flatMap((statements, index) => [
        user(`u${index}`, statements),
        user(`b${index}`, [full], index),
      ]),
      Policies: NEARLY.map((statements, index) => ({
        Arn: boundary(index),
        DefaultVersionId: 'v1',
        PolicyVersionList: [{ VersionId: 'v1', IsDefaultVersion: true, Document: documentOf(statements) }],
      })),
    }),
    'organization.json': JSON.stringify({
      id: 'o-a1b2c3d4e5',
      managementAccount: '777788889999',
      root: {
        id: 'r-ab12',
        type: 'root',
        ...level,
        children: [{ id: ACCOUNT, type: 'account', ...own, children: [] }],
      },
    }),
    'resources/all.json': JSON.stringify([
      { arn: JOBS, account: ACCOUNT, tags: { team: 'shop' } },
      { arn: `${JOBS}-2`, account: ACCOUNT, tags: { team: 'data' } },
    ]),
  });
}

test('31: nor is a call said to be allowed that one statement of any layer nearly allows', () => {
  const toAll = (statements: readonly object[]): readonly object[] =>
    statements.map((statement) => ({ ...statement, Principal: '*' }));
  const tagged = { Condition: { StringEquals: { 'aws:ResourceTag/team': 'data' } } };
  const layers = [...NEARLY, [whole, { ...whole, Effect: 'Deny', ...tagged }]];
  const told: Told = { certainly: 0, perhaps: 0, allowed: 0 };
  const completions = [{}, ...['true', 'false'].map((value) => ({ 'aws:MultiFactorAuthPresent': value }))];
  for (const statements of layers) {
    for (const [scps, rcps] of [
      [statements, toAll([whole])],
      [[whole], toAll(statements)],
    ] as const) {
      const of = guarded(scps, rcps);
      const events = of.accounts.flatMap(({ principals }) =>
        principals.flatMap(({ arn }) =>
          ['jobs', 'jobs-2'].map((queue) => ({
            eventTime: '2026-11-01T00:00:00Z',
            eventSource: 'sqs.amazonaws.com',
            eventName: 'SendMessage',
            awsRegion: 'eu-west-1',
            userIdentity: { type: 'IAMUser', arn, accountId: ACCOUNT },
            requestParameters: { queueUrl: `https://sqs.eu-west-1.amazonaws.com/${ACCOUNT}/${queue}` },
          })),
        ),
      );
      for (const [answer, count] of Object.entries(holdReplay(of, events, completions)))
        told[answer as keyof Told] += count;
    }
  }
  for (const count of Object.values(told)) expect(count).toBeGreaterThan(50);
}, 240_000);
