import { describe, expect, test } from 'vitest';
import { authorizerOf, requestOf, type Situation, type StatementInput } from '../_testing/decideWith.ts';
import { adviceOf, reasonsOf, sentence, statementName, textOf, type Phrase } from '../wording.ts';

const RESOURCE = 'arn:aws:ecs:eu-west-1:111122223333:task-definition/web:7';
const CONTEXT = { 'aws:PrincipalTag/team': 'blue' };

interface Told {
  readonly headline: string;
  readonly intro: string;
  readonly reasons: readonly string[];
  readonly also: string;
}

/** Headline, intro, reasons and what else is in the way, as texts. */
function tell(situation: Situation): Told {
  const asked = { action: 'ecs:RunTask', resource: RESOURCE, context: CONTEXT, ...situation };
  const explanation = authorizerOf(asked).explain(requestOf(asked));
  const advice = adviceOf(explanation);
  return {
    headline: textOf(sentence(explanation.headline)),
    intro: textOf(advice?.intro ?? []),
    reasons: advice?.reasons.map(({ label, phrase }) => textOf([label, ...phrase])) ?? [],
    also: textOf(advice?.also ?? []),
  };
}

describe('what would have to change', () => {
  test('is nothing for what is allowed', () => {
    expect(tell({ identity: [{}] })).toMatchObject({ intro: '', reasons: [] });
  });

  test.each<[string, StatementInput, string]>([
    [
      'an action',
      { Action: ['ecs:StopTask', 'ecs:List*'] },
      'Action is `ecs:StopTask` or `ecs:List*`, but the request has `ecs:RunTask`',
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
      'the default of a variable',
      { Condition: { StringEquals: { 'aws:PrincipalTag/team': "${none, 'red'}" } } },
      "StringEquals: `aws:PrincipalTag/team` must be `${none, 'red'}`; the request has `blue`, and `${none}` stands for `red`",
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
      'a set, and what is there only perhaps',
      { Condition: { 'ForAllValues:StringEqualsIfExists': { 'aws:PrincipalTag/team': 'red' } } },
      'ForAllValues:StringEqualsIfExists: every value of `aws:PrincipalTag/team`, if present, must be `red`; the request has `blue`',
    ],
    [
      'a value that the operator cannot read',
      { Condition: { NumericLessThan: { 'aws:PrincipalTag/team': '5' } } },
      'NumericLessThan: `aws:PrincipalTag/team` must be less than `5`; the request has `blue` (the request value has a form that the operator does not know)',
    ],
    [
      'an exclusion',
      { NotResource: ['arn:aws:ecs:*:*:task-definition/*'] },
      `NotResource leaves out \`arn:aws:ecs:*:*:task-definition/*\`, and the request is for \`${RESOURCE}\``,
    ],
  ])('names both sides: %s', (_, statement, expected) => {
    expect(tell({ identity: [statement] }).reasons).toEqual([expected]);
  });

  test('does not say that a key is absent which the request has twice', () => {
    const Condition = { StringEquals: { team: 'red' } };
    expect(tell({ identity: [{ Condition }], context: { team: 'red', Team: 'blue' } }).reasons).toEqual([
      'StringEquals: `team` must be `red`; the request has none that can be read (the request has two such keys that differ in case and in value)',
    ]);
  });

  test('marks where the nearest of several resources parts from the request', () => {
    const head = 'arn:aws:ecs:eu-west-1:111122223333:task-definition/';
    const situation = {
      action: 'ecs:RunTask',
      resource: RESOURCE,
      identity: [{ Resource: ['arn:aws:s3:::x', `${head}api:*`] }],
    };
    const pieces: Phrase =
      adviceOf(authorizerOf(situation).explain(requestOf(situation)))?.reasons[0]?.phrase ?? [];
    const marked = pieces.flatMap((piece) =>
      typeof piece === 'string' || !('code' in piece) || piece.mark === undefined
        ? []
        : [piece.code.slice(piece.mark)],
    );
    expect(marked).toEqual(['api:*', 'web:7']);
  });

  test('lists all that a Deny holds by, since one change is enough, and other Denies', () => {
    const Condition = { StringNotEquals: { 'aws:RequestedRegion': 'x' } };
    const deny = { Effect: 'Deny', NotAction: 'iam:*', Condition };
    const told = tell({ identity: [{}, { Sid: 'No', ...deny }], scps: [[{ Sid: 'Never', ...deny }]] });
    expect(told.headline).toBe(
      `The statement \`No\` at \`/identity/0/Statement/1\` of the identity-based policy denies \`ecs:RunTask\` on \`${RESOURCE}\`.`,
    );
    expect(told.reasons).toEqual([
      'NotAction does not list `ecs:RunTask`',
      `Resource \`*\` covers \`${RESOURCE}\``,
      'StringNotEquals: `aws:RequestedRegion` is not `x`; the request does not have this key',
    ]);
    expect(told.also).toBe('Others deny it too: statement `Never` at `/scps/0/0/Statement/0`.');
  });

  test('says which other layers would have to allow as well', () => {
    const other = [{ Action: 's3:*' }];
    const told = tell({ identity: [{ Action: 'ecs:StopTask' }], boundary: other, scps: [other] });
    expect(told.headline).toMatch(/^SCP level 1 does not allow `ecs:RunTask` on/);
    expect(told.also).toBe(
      'Then the identity-based policy and permissions boundary would have to allow it as well.',
    );
  });

  test('says what to add where no statement comes close', () => {
    expect(tell({}).intro).toMatch(
      /^No statement of the identity-based policy comes close\. One would have to allow `ecs:RunTask`/,
    );
    const federated = 'arn:aws:sts::111122223333:federated-user/bob';
    expect(tell({ principal: federated, identity: [{}] }).intro).toMatch(
      /^No statement of the session policy comes close/,
    );
  });

  test('keeps text of a policy within its code', () => {
    const Condition = { StringEquals: { team: 'a`\u001b[2Jb' } };
    expect(tell({ identity: [{ Condition }] }).reasons).toEqual([
      'StringEquals: `team` must be `a\\u0060\\u001b[2Jb`; the request does not have this key',
    ]);
  });
});

test('reasons say where each part stands, also below a key with a slash', () => {
  const situation = { identity: [{ Condition: { Bool: { 'aws:ResourceTag/x': 'true' } } }] };
  const { layers } = authorizerOf(situation).explain(requestOf(situation));
  const [statement] = layers[0]?.statements ?? [];
  expect(statement === undefined ? [] : reasonsOf(statement).map(({ ref, result }) => [ref, result])).toEqual(
    [
      ['/identity/0/Statement/0/Action', 'true'],
      ['/identity/0/Statement/0/Resource', 'true'],
      ['/identity/0/Statement/0/Condition/Bool/aws:ResourceTag~1x', 'false'],
    ],
  );
});

test('a statement is called by its Sid, or by its number', () => {
  expect(statementName({ statement: '/identity/0/Statement/1', sid: 'Read' })).toBe('Read');
  expect(statementName({ statement: '/identity/0/Statement/1', sid: undefined })).toBe('statement 2');
  expect(statementName({ statement: '/resource/Statement', sid: undefined })).toBe('only statement');
});
