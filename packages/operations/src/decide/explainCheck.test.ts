import type { PolicySet, StatementReport } from '@policywright/evaluator';
import { reasonsOf, renderExplanation, textOf } from '@policywright/evaluator/wording';
import { describe, expect, test } from 'vitest';
import { callTo, identity } from '../_testing/given.ts';
import { explainCheck } from './explainCheck.ts';
import { simulateOperation } from './simulateOperation.ts';

/** Its role is given by name, so that its path is not known. */
const register = callTo('ecs:RegisterTaskDefinition', { family: 'web', taskRoleArn: 'app-x' });
const ROLE = 'arn:aws:iam::111122223333:role/*app-x';

/** The policies with what the call needs besides. */
function passing(...statements: readonly Readonly<Record<string, unknown>>[]): PolicySet {
  return identity(...statements.map((one) => ({ Action: 'iam:PassRole', ...one })));
}

function explained(policies: PolicySet) {
  const { checks } = simulateOperation(policies, register);
  const check = checks.find(({ action }) => action === 'iam:PassRole');
  if (check === undefined) throw new Error('no role is passed');
  expect(check.resourcePattern).toBe(ROLE);
  return { check, explanation: explainCheck(policies, check) };
}

function statementsOf(policies: PolicySet): readonly StatementReport[] {
  return explained(policies).explanation.layers.flatMap(({ statements }) => statements);
}

function resourceOf(policies: PolicySet): string {
  const [statement] = statementsOf(policies);
  if (statement === undefined) throw new Error('no statement is told');
  const reason = reasonsOf(statement).find(({ label }) => /Resource/.test(label));
  return `${reason?.result} ${reason?.label}${textOf(reason?.phrase ?? [])}`;
}

describe('a resource of which a pattern is known', () => {
  test.each([
    [{ Resource: '*' }, `true Resource \`*\` covers \`${ROLE}\``],
    [
      { Resource: ['arn:aws:iam::*:role/other', 'arn:aws:iam::*:role/*x'] },
      `true Resource \`arn:aws:iam::*:role/*x\` covers \`${ROLE}\``,
    ],
    [
      { Resource: ['arn:aws:iam::*:role/other', 'arn:aws:iam::*:role/app-*'] },
      `undecided Resource \`arn:aws:iam::*:role/app-*\` may or may not cover \`${ROLE}\``,
    ],
    [
      { Resource: ['arn:aws:iam::*:role/app-*', 'arn:aws:iam::*:role/team/*'] },
      `undecided Resource \`arn:aws:iam::*:role/app-*\` or \`arn:aws:iam::*:role/team/*\` may or may not cover \`${ROLE}\``,
    ],
    [
      { Resource: 'arn:aws:iam::*:role/other' },
      `false Resource is \`arn:aws:iam::*:role/other\`, but the request has \`${ROLE}\``,
    ],
    [{ NotResource: 'arn:aws:iam::*:role/other' }, `true NotResource does not list \`${ROLE}\``],
    [
      { NotResource: 'arn:aws:iam::*:role/*' },
      `false NotResource leaves out \`arn:aws:iam::*:role/*\`, and the request is for \`${ROLE}\``,
    ],
    [
      { NotResource: 'arn:aws:iam::*:role/app-*' },
      `undecided NotResource \`arn:aws:iam::*:role/app-*\` may or may not cover \`${ROLE}\``,
    ],
  ])('is told with the element as written: %j', (element, expected) => {
    expect(resourceOf(passing(element))).toBe(expected);
  });

  test('names the place of the element', () => {
    const [one] = statementsOf(
      passing({ NotResource: ['arn:aws:iam::*:role/other', 'arn:aws:iam::*:role/b'] }),
    );
    expect(one?.resource).toMatchObject({
      element: 'NotResource',
      values: ['arn:aws:iam::*:role/other', 'arn:aws:iam::*:role/b'],
      pointer: '/Statement/0/NotResource',
    });
  });

  test('counts what bears on all of it, where that decides', () => {
    const policies = passing({ Resource: 'arn:aws:iam::*:role/app-*' }, { Resource: '*' });
    const { check, explanation } = explained(policies);
    expect(check.decision.answer).toBe('Allow');
    expect(explanation.decisive?.ref).toBe('/identity/0/Statement/1');
    expect(statementsOf(policies).map(({ applies }) => applies)).toEqual([false, true]);
  });

  test('counts what bears on some of it, where nothing else decides', () => {
    const policies = passing(
      { Resource: 'arn:aws:iam::*:role/app-*' },
      { Effect: 'Deny', Resource: 'arn:aws:iam::*:role/team/*' },
    );
    const { check, explanation } = explained(policies);
    expect([check.decision.answer, explanation.decision]).toEqual(['Depends', 'Allow']);
    expect(statementsOf(policies).map(({ applies }) => applies)).toEqual([true, false]);
  });

  test('counts a Deny of all of it', () => {
    const { explanation } = explained(
      passing({ Resource: '*' }, { Effect: 'Deny', Resource: 'arn:aws:iam::*:role/*app-x' }),
    );
    expect(explanation.decisive?.ref).toBe('/identity/0/Statement/1');
    expect(renderExplanation(explanation)).toContain(
      `✓ Resource \`${ROLE.replace('111122223333', '*')}\` covers`,
    );
  });

  test('is a miss more of the statement that came closest, where it bears on some of it only', () => {
    const Condition = { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } };
    const misses = (Resource: string): unknown => {
      const { nearest } = explained(passing({ Resource, Condition })).explanation;
      return [nearest?.misses, nearest?.statement.resource?.values];
    };
    expect(misses('arn:aws:iam::*:role/*x')).toEqual([1, ['arn:aws:iam::*:role/*x']]);
    expect(misses('arn:aws:iam::*:role/app-*')).toEqual([2, ['arn:aws:iam::*:role/app-*']]);
  });

  test('is as written in what cannot be told besides', () => {
    const { explanation } = explained(
      passing({
        Resource: 'arn:aws:iam::*:role/*x',
        Condition: { DateLessThan: { 'iam:PassedToService': 'soon' } },
      }),
    );
    expect(explanation.doubts).toMatchObject([
      {
        statement: { resource: { values: ['arn:aws:iam::*:role/*x'] } },
        about: { operator: 'DateLessThan' },
      },
    ]);
  });
});
