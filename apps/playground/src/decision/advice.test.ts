import { compile, type PolicySet, type Request } from '@policywright/evaluator';
import { describe, expect, it } from 'vitest';
import { assemble } from '../model/decided.ts';
import { newSlot, type PolicySlot } from '../model/policySlot.ts';
import { adviceOf } from './advice.ts';
import { headlineOf } from './headline.ts';
import { textOf } from './phrase.ts';

const REQUEST: Request = {
  principal: 'arn:aws:iam::111122223333:user/alice',
  action: 'ecs:RunTask',
  resource: 'arn:aws:ecs:eu-west-1:111122223333:task-definition/web:7',
  context: { 'aws:PrincipalTag/team': 'blue' },
};

/** The request goes through no access point, and there are no grants. */
const NOTHING_ELSE = { flags: {}, request: { underlying: [], grants: '' } };

function slot(kind: PolicySlot['kind'], statement: object, level: number = 0): PolicySlot {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  return newSlot({ kind, level, name: 'doc', text });
}

const identity = (statement: object): PolicySlot =>
  slot('identity', { Effect: 'Allow', Action: 'ecs:RunTask', Resource: '*', ...statement });

/** Headline, intro, reasons and what else is in the way, as texts. */
function tell(...slots: readonly PolicySlot[]): {
  headline: string;
  intro: string;
  reasons: readonly string[];
  also: string;
} {
  const workspace = assemble(slots, NOTHING_ELSE);
  if (!workspace.ok) throw new Error('unreadable');
  const policies: PolicySet = workspace.policies;
  const told = compile(policies).explain(REQUEST);
  const advice = adviceOf(told, workspace.places);
  return {
    headline: textOf(headlineOf(told)),
    intro: textOf(advice?.intro ?? []),
    reasons: advice?.reasons.map(({ label, phrase }) => `${label}: ${textOf(phrase)}`) ?? [],
    also: textOf(advice?.also ?? []),
  };
}

describe('what would have to change', () => {
  it('is nothing for what is allowed', () => {
    expect(tell(identity({}))).toMatchObject({ intro: '', reasons: [] });
  });

  it.each<[string, object, string]>([
    [
      'an action',
      { Action: ['ecs:StopTask', 'ecs:List*'] },
      'Action: is `ecs:StopTask` or `ecs:List*`, but the request has `ecs:RunTask`',
    ],
    [
      'a key that is absent',
      { Condition: { ArnEquals: { 'ecs:cluster': 'arn:x' } } },
      'ArnEquals: `ecs:cluster` must match `arn:x`; the request does not have this key',
    ],
    [
      'a value that differs, and what a variable stands for',
      { Condition: { StringEquals: { 'aws:PrincipalTag/team': ['red', '${aws:PrincipalTag/team}x'] } } },
      'StringEquals: `aws:PrincipalTag/team` must be `red` or `${aws:PrincipalTag/team}x`; the request has `blue`, and `${aws:PrincipalTag/team}` stands for `blue`',
    ],
    [
      'a value that must not be',
      { Condition: { StringNotLike: { 'aws:PrincipalTag/team': 'b*' } } },
      'StringNotLike: `aws:PrincipalTag/team` must not match `b*`; the request has `blue`',
    ],
    [
      'absence',
      { Condition: { Null: { 'aws:PrincipalTag/team': 'true' } } },
      'Null: `aws:PrincipalTag/team` must be absent; the request has `blue`',
    ],
    [
      'a list of values, of which only the first are shown',
      { Condition: { StringEquals: { 'aws:PrincipalTag/team': ['1', '2', '3', '4', '5', '6'] } } },
      'StringEquals: `aws:PrincipalTag/team` must be `1`, `2`, `3`, `4` or 2 more; the request has `blue`',
    ],
    [
      'an exclusion',
      { Resource: undefined, NotResource: ['arn:aws:ecs:*:*:task-definition/*'] },
      `NotResource: leaves out \`arn:aws:ecs:*:*:task-definition/*\`, and the request is for ${REQUEST.resource}`,
    ],
  ])('names both sides: %s', (_, statement, expected) => {
    expect(tell(identity(statement)).reasons).toEqual([expected]);
  });

  it('marks where the nearest of several resources parts from the request', () => {
    const head = 'arn:aws:ecs:eu-west-1:111122223333:task-definition/';
    const workspace = assemble([identity({ Resource: ['arn:aws:s3:::x', `${head}api:*`] })], NOTHING_ELSE);
    if (!workspace.ok) throw new Error('unreadable');
    const told = compile(workspace.policies).explain(REQUEST);
    const pieces = adviceOf(told, workspace.places)?.reasons[0]?.phrase ?? [];
    const marked = pieces.flatMap((piece) =>
      typeof piece === 'string' || piece.mark === undefined ? [] : [piece.code.slice(piece.mark)],
    );
    expect(marked).toEqual(['api:*', 'web:7']);
  });

  it('lists all that a Deny holds by, since one change is enough, and other Denies', () => {
    const deny = {
      Effect: 'Deny',
      NotAction: 'iam:*',
      Condition: { StringNotEquals: { 'aws:RequestedRegion': 'x' } },
    };
    const told = tell(
      identity({}),
      identity({ Sid: 'No', ...deny, Action: undefined }),
      slot('scp', { Sid: 'Never', ...deny, Resource: '*' }),
    );
    expect(told.headline).toMatch(/^The statement `\w+` of .+ denies `ecs:RunTask` on `arn:\S+`\.$/);
    expect(told.reasons).toContain('NotAction: does not list `ecs:RunTask`');
    expect(told.reasons.at(-1)).toMatch(
      /`aws:RequestedRegion` is not `x`; the request does not have this key/,
    );
    expect(told.also).toMatch(/^Other statements deny it too: `(?:No|Never)`\.$/);
  });

  it('says which other layers would have to allow as well', () => {
    const told = tell(
      identity({ Action: 'ecs:StopTask' }),
      slot('boundary', { Effect: 'Allow', Action: 's3:*', Resource: '*' }),
      slot('scp', { Effect: 'Allow', Action: 's3:*', Resource: '*' }),
    );
    expect(told.headline).toMatch(/^SCP level 1 \(doc\) does not allow `ecs:RunTask` on/);
    expect(told.also).toBe(
      'Then `Identity policies` and `Permissions boundary` would have to allow it as well.',
    );
  });

  it('says what to add where no statement comes close', () => {
    expect(tell().intro).toMatch(
      /^Identity policies: no statement there comes close\. One would have to allow `ecs:RunTask`/,
    );
  });
});
