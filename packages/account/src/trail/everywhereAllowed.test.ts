import { authorize } from '@policywright/evaluator';
import type { Policy } from '@policywright/policy';
import { describe, expect, test } from 'vitest';
import {
  ACCOUNT,
  arnOf,
  documentOf,
  OTHER,
  readGiven,
  type GivenAccounts,
  type GivenPrincipal,
} from '../_testing/given.ts';
import { decideOpen } from '../decide/decideOpen.ts';
import { SideCompiler } from '../decide/sideCompiler.ts';
import { Landscape } from '../landscape/landscape.ts';
import type { PlacedPrincipal } from '../landscape/placedPrincipal.ts';
import type { PlacedResource } from '../landscape/placedResource.ts';
import { allActions } from '../pairs/actionsOn.ts';
import { EverywhereAllowed } from './everywhereAllowed.ts';

const QUEUE = `arn:aws:sqs:eu-west-1:${ACCOUNT}:jobs`;
const BOUNDARY = `arn:aws:iam::${ACCOUNT}:policy/boundary`;
const SEND = 'sqs:sendmessage';
const IF = { Condition: { Bool: { 'aws:SecureTransport': 'true' } } };
const WHOLE = { Action: 'sqs:*' };

interface Pair {
  readonly principal: PlacedPrincipal;
  readonly resource: PlacedResource;
}

function pairOf(ada: GivenPrincipal, given: GivenAccounts = {}, resource: string = QUEUE): Pair {
  const landscape = new Landscape(readGiven({ ...given, users: { ada } }).snapshot);
  const principal = landscape.principal(arnOf('user', 'ada'));
  if (principal === undefined) throw new Error('there is a user');
  return { principal, resource: landscape.resource(resource) };
}

const isCertain = ({ principal, resource }: Pair, action = SEND): boolean =>
  new EverywhereAllowed().isCertain(action, principal, resource);

/** An organization whose root and account have policies, and both full access beside where there are others. */
function organization(parts: object): GivenAccounts {
  const levels = { scps: [documentOf({})], rcps: [documentOf({ Principal: '*' })] };
  const account = { id: ACCOUNT, type: 'account', ...levels, ...parts };
  return {
    organization: { id: 'o-a1', root: { id: 'r-1', type: 'root', ...levels, children: [account] } },
  };
}

test.each<[string, readonly object[]]>([
  ['of everything', [{}]],
  ['of the service', [WHOLE]],
  ['of all but others', [{ NotAction: 'iam:*' }]],
  ['beside a statement with conditions', [{ ...WHOLE, ...IF }, WHOLE]],
  ['beside a Deny of another action', [WHOLE, { Effect: 'Deny', Action: 'sqs:DeleteQueue' }]],
])('an Allow %s on `*` without conditions is certain', (_, allow) => {
  expect(isCertain(pairOf({ allow }))).toBe(true);
});

describe('never certain is what', () => {
  test.each<[string, readonly object[]]>([
    ['nothing allows', [{ Action: 'ec2:*' }]],
    ['an exception leaves out', [{ NotAction: 'sqs:Send*' }]],
    ['conditions hang on', [{ ...WHOLE, ...IF }]],
    ['is on single resources', [{ ...WHOLE, Resource: QUEUE }]],
    ['is on many resources, not all', [{ ...WHOLE, Resource: ['arn:aws:sqs:*:*:*', 'arn:aws:sqs:*:*:j*'] }]],
    ['is on all resources but some', [{ ...WHOLE, NotResource: '*' }]],
    ['is denied', [WHOLE, { Effect: 'Deny', ...WHOLE }]],
    ['is denied on single resources', [WHOLE, { Effect: 'Deny', ...WHOLE, Resource: QUEUE }]],
    ['is denied under conditions', [WHOLE, { Effect: 'Deny', ...WHOLE, ...IF }]],
    ['is denied with all but others', [WHOLE, { Effect: 'Deny', NotAction: 'iam:*', ...IF }]],
  ])('%s', (_, allow) => {
    expect(isCertain(pairOf({ allow }))).toBe(false);
  });

  test.each<[string, object]>([
    ['does not allow', { Action: 'ec2:*' }],
    ['allows under conditions', { ...WHOLE, ...IF }],
    ['allows on single resources', { ...WHOLE, Resource: QUEUE }],
  ])('a boundary %s', (_, statement) => {
    const given = (document: object): GivenAccounts => ({ policies: { [BOUNDARY]: document } });
    const ada = { allow: [{}], boundary: BOUNDARY };
    expect(isCertain(pairOf(ada, given(documentOf(WHOLE))))).toBe(true);
    expect(isCertain(pairOf(ada, given(documentOf(statement))))).toBe(false);
  });

  test.each<[string, object]>([
    ['an SCP does not allow', { scps: [documentOf({ Action: 'ec2:*' })] }],
    ['an SCP allows under conditions', { scps: [documentOf({ ...WHOLE, ...IF })] }],
    ['an SCP allows on single resources', { scps: [documentOf({ ...WHOLE, Resource: QUEUE })] }],
    ['an SCP denies', { scps: [documentOf({}, { Effect: 'Deny', ...WHOLE, ...IF })] }],
    ['no SCP of a level allows', { scps: [] }],
    ['an RCP denies', { rcps: [documentOf({ Principal: '*' }, { Effect: 'Deny', Principal: '*', ...IF })] }],
    ['an RCP denies to some', { rcps: [documentOf({}, { Effect: 'Deny', Principal: { AWS: OTHER } })] }],
    ['no RCP of a level allows', { rcps: [] }],
    ['an SCP that is not known may deny', { scps: ['p-lost'] }],
    ['an RCP that is not known may deny', { rcps: ['p-lost'] }],
  ])('%s', (_, parts) => {
    expect(isCertain(pairOf({ allow: [{}] }, organization({})))).toBe(true);
    expect(isCertain(pairOf({ allow: [{}] }, organization(parts)))).toBe(false);
  });

  test.each<[string, object]>([
    ['one account', { Principal: { AWS: OTHER } }],
    ['all but one account', { NotPrincipal: { AWS: OTHER } }],
    ['nobody', { NotPrincipal: '*' }],
    ['one service', { Principal: { Service: 'sqs.amazonaws.com' } }],
  ])('a level of RCPs allows to %s alone', (_, statement) => {
    const { principal, resource } = pairOf({ allow: [{}] }, organization({}));
    const policy = policyOfBucket(statement);
    const side = { ...resource.side, rcps: [[policy]] };
    expect(policy.statements[0]?.principal).toBeDefined();
    expect(isCertain({ principal, resource: { ...resource, side } })).toBe(false);
  });

  test('a session policy may take away', () => {
    const { principal, resource } = pairOf({ allow: [{}] });
    const side = { ...principal.side, session: principal.side.identity };
    expect(isCertain({ principal: { ...principal, side }, resource })).toBe(false);
  });

  test.each<[string, GivenPrincipal]>([
    ['a policy', { allow: [{}], attached: ['arn:aws:iam::aws:policy/Missing'] }],
    ['a boundary', { allow: [{}], boundary: BOUNDARY }],
    ['a group', { allow: [{}], groups: ['missing'] }],
  ])('%s that is missing may deny', (_, ada) => {
    expect(isCertain(pairOf(ada))).toBe(false);
  });

  test('is of another account, of none that is known, or has a policy of its own', () => {
    const bucket = { arn: QUEUE, account: ACCOUNT, tags: {} };
    const allow = [{}];
    expect(isCertain(pairOf({ allow }, { resources: [bucket] }))).toBe(true);
    const policy = documentOf({ Effect: 'Deny', Principal: '*', ...IF });
    expect(isCertain(pairOf({ allow }, { resources: [{ ...bucket, policy }] }))).toBe(false);
    expect(isCertain(pairOf({ allow }, {}, QUEUE.replace(ACCOUNT, OTHER)))).toBe(false);
    expect(isCertain(pairOf({ allow }, {}, 'arn:aws:sqs:::jobs'))).toBe(false);
  });

  test.each(['codeartifact', 'iam', 'kms', 's3', 'sts'])(
    'is of %s, which has rules of its own',
    (service) => {
      expect(isCertain(pairOf({ allow: [{}] }), `${service}:anything`)).toBe(false);
    },
  );
});

test('what is found for one action and principal is not taken for others', () => {
  const everywhere = new EverywhereAllowed();
  const one = pairOf({ allow: [WHOLE] });
  const guarded = pairOf({ allow: [WHOLE] }, organization({ scps: [] }));
  expect(everywhere.isCertain(SEND, one.principal, one.resource)).toBe(true);
  expect(everywhere.isCertain('ec2:startinstances', one.principal, one.resource)).toBe(false);
  const second = { ...guarded.principal, index: 1 };
  expect(everywhere.isCertain(SEND, second, guarded.resource)).toBe(false);
  const { principal, resource } = pairOf({ allow: [{}] }, organization({ scps: [documentOf(WHOLE)] }));
  expect(everywhere.isCertain(SEND, { ...principal, index: 2 }, resource)).toBe(true);
  expect(everywhere.isCertain('ec2:startinstances', { ...principal, index: 2 }, resource)).toBe(false);
});

test('of every action of the catalog, what is certain the decision allows whatever the context is', () => {
  const { principal } = pairOf({ allow: [{}] }, organization({}));
  const compiler = new SideCompiler();
  const everywhere = new EverywhereAllowed();
  const landscape = new Landscape(readGiven(organization({})).snapshot);
  const resources = new Map<string, PlacedResource>();
  let certain = 0;
  const wrong = allActions().filter(({ fullName, service }) => {
    let resource = resources.get(service);
    if (resource === undefined)
      resources.set(service, (resource = landscape.resource(`arn:aws:${service}::${ACCOUNT}:any`)));
    if (!everywhere.isCertain(fullName.toLowerCase(), principal, resource)) return false;
    certain++;
    const side = authorize(compiler.principal(principal), compiler.resource(resource));
    return decideOpen(side, { action: fullName }).answer !== 'Allow';
  });
  expect(wrong).toEqual([]);
  expect(certain).toBeGreaterThan(allActions().length * 0.9);
}, 60_000);

/** A policy with a principal, read as that of a resource. */
function policyOfBucket(statement: object): Policy {
  const resources = [{ arn: 'arn:aws:s3:::b', account: ACCOUNT, tags: {}, policy: documentOf(statement) }];
  const policy = readGiven({ resources }).snapshot.resources?.[0]?.policy;
  if (policy === undefined) throw new Error('the document can be read');
  return policy;
}
