import { compile } from '@policywright/evaluator';
import { expect, test } from 'vitest';
import { assemble } from '../../model/decided.ts';
import { newSlot, type PolicySlot } from '../../model/policySlot.ts';
import { readRequest } from '../../model/readForm.ts';
import type { RequestForm } from '../../model/state.ts';
import { compare } from './compare.ts';
import type { ProofInput, Shown } from './proofApi.ts';
import { prove } from './prove.ts';

const FORM: RequestForm = {
  principal: 'arn:aws:sts::111122223333:assumed-role/deploy/session',
  action: 'ecs:RunTask',
  resource: '*',
  resourceAccount: '',
  underlying: [],
  context: [],
  grants: '',
};

function slot(kind: PolicySlot['kind'], ...Statement: readonly object[]): PolicySlot {
  return newSlot({ kind, level: 0, name: kind, text: JSON.stringify({ Version: '2012-10-17', Statement }) });
}

const allow = (Action: string | readonly string[], Resource = '*'): object => ({
  Effect: 'Allow',
  Action,
  Resource,
});

function input(slots: readonly PolicySlot[], callers: ProofInput['callers'] = 'principal'): ProofInput {
  return { slots, flags: {}, request: FORM, callers };
}

/** What the page decides once the request is loaded. */
function decided(slots: readonly PolicySlot[], { form, own }: Shown): string {
  const all = [...slots, ...own.map((text) => newSlot({ kind: 'identity', level: 0, name: 'own', text }))];
  const workspace = assemble(all, { flags: {}, request: form });
  return workspace.ok ? compile(workspace.policies).decide(readRequest(form)) : 'unreadable';
}

const NARROW = [
  slot('identity', allow('ecs:RunTask', 'arn:aws:ecs:eu-central-1:111122223333:task-definition/shop:*')),
];
const WIDE = [slot('identity', allow('ecs:*'))];

test.each(['principal', 'everyone'] as const)(
  'one change of %s is one finding by its pattern, with a request that can exist',
  (callers) => {
    const found = compare({ ...input(WIDE, callers), before: NARROW });
    expect(found?.reasons).toEqual([]);
    expect(found?.changes.map(({ change, groups }) => [change, groups[0]?.names])).toEqual([
      ['allowed', ['ecs:*']],
    ]);
    const [{ shown } = { shown: undefined }] = found?.changes ?? [];
    expect(shown).toMatchObject({ before: 'ImplicitDeny', after: 'Allow' });
    expect(shown && [decided(NARROW, shown), decided(WIDE, shown)]).toEqual(['ImplicitDeny', 'Allow']);
    expect(shown?.form.action).toMatch(/^ecs:[A-Z]/);
  },
);

test('what is no more allowed is told from what is new', () => {
  const found = compare({ ...input(NARROW), before: WIDE });
  expect(found?.changes.map(({ change }) => change)).toEqual(['denied']);
});

test('the same said otherwise is proved equal', () => {
  const list = [slot('identity', allow(['s3:GetObject', 's3:Get*']))];
  const found = compare({ ...input([slot('identity', allow('s3:Get*'))]), before: list });
  expect(found).toMatchObject({ changes: [], reasons: [] });
});

test('a version that has lost its policies allows no more', () => {
  expect(compare({ ...input([]), before: WIDE })?.changes.map(({ change }) => change)).toEqual(['denied']);
});

test('also where everybody is meant', () => {
  const found = compare({ ...input([], 'everyone'), before: WIDE });
  expect(found?.changes.map(({ change }) => change)).toEqual(['denied']);
});

test('the request has the context that the change asks for', () => {
  const Condition = { StringEquals: { 'aws:RequestedRegion': 'eu-west-3', 'aws:PrincipalTag/team': 'shop' } };
  const slots = [slot('identity', { ...allow('ecs:*'), Condition })];
  const found = compare({ ...input(slots, 'everyone'), before: [] });
  const [{ shown } = { shown: undefined }] = found?.changes ?? [];
  expect(shown?.form.context).toContainEqual({ key: 'aws:PrincipalTag/team', value: 'shop' });
  expect(shown && decided(slots, shown)).toBe('Allow');
});

test('a boundary that changes is seen through all layers', () => {
  const before = [...WIDE, slot('boundary', allow('ecs:Describe*'))];
  const after = [...WIDE, slot('boundary', allow('*'))];
  const found = compare({ ...input(after), before });
  expect(found?.changes.every(({ change }) => change === 'allowed')).toBe(true);
  expect(found?.changes.length).toBeGreaterThan(0);
});

test('nothing is compared while a document cannot be read', () => {
  const broken = [newSlot({ kind: 'identity', level: 0, name: 'x', text: '{' })];
  expect(compare({ ...input(broken), before: WIDE })).toBeUndefined();
});

test('guard rails are proved or broken one by one, in YAML as in JSON', async () => {
  const text = '- id: no-cluster-goes\n  action: ecs:DeleteCluster\n- id: no-s3\n  action: "s3:*"\n';
  const answer = await prove(input(WIDE), { kind: 'guardRails', text });
  expect(answer).toMatchObject({
    ok: true,
    rows: [
      { label: 'no-cluster-goes', outcome: 'refuted', shown: { form: { action: 'ecs:DeleteCluster' } } },
      { label: 'no-s3', outcome: 'proved', shown: undefined },
    ],
  });
});

test.each([
  ['- id: x\n  acton: "s3:*"\n', /guard rail 1 has a member `acton`; did you mean `action`/],
  ['[', /cannot be read: .*\(line 1\)/],
  ['{}', /no list of guard rails/],
])('guard rails that cannot be read say why: %j', async (text, problem) => {
  const answer = await prove(input(WIDE), { kind: 'guardRails', text });
  expect(answer.ok ? '' : answer.problem).toMatch(problem);
});

test('a guard rail about no request says so', async () => {
  const text = '[{ "action": "s3:ListAllMyBuckets", "resource": "arn:aws:s3:::x" }]';
  const answer = await prove(input(WIDE), { kind: 'guardRails', text });
  expect(answer.ok && answer.rows.map(({ outcome }) => outcome)).toEqual(['vacuous']);
});

test('whether something can ever be allowed is shown by a request, or proved', async () => {
  const can = await prove(input(NARROW), { kind: 'canEver', actions: ['ecs:RunTask'], resources: ['*'] });
  expect(can).toMatchObject({ ok: true, rows: [{ outcome: 'refuted', words: 'can be allowed' }] });
  const never = await prove(input(NARROW), { kind: 'canEver', actions: ['s3:*'], resources: ['*'] });
  expect(never).toMatchObject({ ok: true, rows: [{ outcome: 'proved', words: 'is never allowed' }] });
});

test('public access is asked of the resource policy', async () => {
  const statement = { ...allow('s3:GetObject', 'arn:aws:s3:::shop/*'), Principal: '*' };
  const question = { kind: 'noPublicAccess', resourceType: 'AWS::S3::Bucket' } as const;
  const open = await prove(input([slot('resource', statement)]), question);
  expect(open).toMatchObject({ ok: true, rows: [{ outcome: 'refuted', words: 'lets the public in' }] });
  const Principal = { AWS: 'arn:aws:iam::111122223333:user/alice' };
  const closed = await prove(input([slot('resource', { ...statement, Principal })]), question);
  expect(closed).toMatchObject({ ok: true, rows: [{ outcome: 'proved' }] });
  const none = await prove(input(WIDE), question);
  expect(none).toMatchObject({ ok: false, problem: expect.stringContaining('no resource policy') });
});

test('no new access is proved, or refuted by a request that the page decides so', async () => {
  const same = await prove(input(NARROW), { kind: 'noNewAccess', before: WIDE });
  expect(same).toMatchObject({ ok: true, rows: [{ outcome: 'proved' }] });
  const more = await prove(input(WIDE), { kind: 'noNewAccess', before: NARROW });
  const shown = more.ok ? more.rows[0]?.shown : undefined;
  expect(shown && [decided(NARROW, shown), decided(WIDE, shown)]).toEqual(['ImplicitDeny', 'Allow']);
});

test('where everybody is meant, a caller of the resource policy may have policies of its own', async () => {
  const Principal = { AWS: 'arn:aws:iam::111122223333:root' };
  const statement = { ...allow('s3:GetObject', 'arn:aws:s3:::shop/*'), Principal };
  const slots = [slot('resource', statement)];
  const found = compare({ ...input(slots, 'everyone'), before: [slot('resource')] });
  for (const { shown } of found?.changes ?? []) expect(decided(slots, shown)).toBe('Allow');
  expect(found?.changes.length).toBeGreaterThan(0);
});
