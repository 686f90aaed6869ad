import { ContextReader, KeyTable, type RequestContext } from '@policywright/conditions';
import { describe, expect, test } from 'vitest';
import { policyOf, type StatementInput } from '../_testing/decideWith.ts';
import type { EvaluatorOptions } from '../options.ts';
import { GRADE, IN_DOUBT, type Grades, type Outcome } from '../principal/grade.ts';
import { CompiledStatement } from './compiledStatement.ts';
import type { LayerKind } from '../layers/layer.ts';
import { countedGrades, statementOutcome } from './statementOutcome.ts';

interface Case {
  readonly action?: string;
  readonly resource?: string;
  readonly principalResource?: string;
  readonly context?: RequestContext;
  readonly kind?: LayerKind;
  readonly evaluator?: EvaluatorOptions;
}

/** What a statement of an identity-based policy, or of another kind, does about a question, and what that counts. */
function outcomeOf(statement: StatementInput, of: Case = {}): [Outcome, Grades] {
  const { action = 's3:getobject', resource = 'arn:aws:s3:::b/k', kind = 'identity', evaluator = {} } = of;
  const policy = policyOf([statement]);
  const keys = new KeyTable();
  const layer = { kind, index: 0, level: undefined, policies: [] };
  const [source] = policy.statements;
  if (source === undefined) throw new Error('no statement');
  const compiled = new CompiledStatement(source, 0, { keys, evaluator, layer, policy, policyPointer: '' });
  const reader = new ContextReader(keys);
  reader.load(of.context);
  const { principalResource } = of;
  const outcome = statementOutcome(compiled, action, {
    resource,
    principalResource,
    facts: undefined,
    reader,
  });
  return [outcome, countedGrades(compiled, outcome)];
}

const inTeam = { Condition: { StringEquals: { 'aws:PrincipalTag/team': 'blue' } } };
const teamUnread = { context: { 'aws:PrincipalTag/team': 'blue', 'aws:principaltag/TEAM': 'red' } };
const ofUser = { Resource: 'arn:aws:s3:::b/${aws:username}' };
const userUnread = { context: { 'aws:username': 'k', 'AWS:username': 'l' } };
const DOUBT = GRADE.direct | IN_DOUBT;

describe('the outcome of a statement', () => {
  test('is that it applies, or not, where all that it asks for can be told', () => {
    expect(outcomeOf({})).toEqual([GRADE.direct, GRADE.direct]);
    expect(outcomeOf({ Effect: 'Deny' })).toEqual([GRADE.direct, GRADE.direct]);
    expect(outcomeOf({ Action: 's3:PutObject' })).toEqual([GRADE.none, GRADE.none]);
    expect(outcomeOf({ Resource: 'arn:aws:s3:::other/*' })).toEqual([GRADE.none, GRADE.none]);
    expect(outcomeOf(inTeam)).toEqual([GRADE.none, GRADE.none]);
    expect(outcomeOf(inTeam, { context: { 'aws:PrincipalTag/team': 'blue' } })[0]).toBe(GRADE.direct);
  });

  test('S23, S74: is in doubt where a condition or a variable cannot be told, which counts for a Deny only', () => {
    for (const [statement, unread] of [
      [inTeam, teamUnread],
      [ofUser, userUnread],
    ] as const) {
      expect(outcomeOf(statement, unread)).toEqual([DOUBT, GRADE.none]);
      expect(outcomeOf({ ...statement, Effect: 'Deny' }, unread)).toEqual([DOUBT, GRADE.direct]);
      const skip = { ...unread, evaluator: { undecidedDeny: 'skip' } } as const;
      expect(outcomeOf({ ...statement, Effect: 'Deny' }, skip)).toEqual([DOUBT, GRADE.none]);
    }
    // What is false for certain outweighs what cannot be told.
    const otherwise = { ...inTeam, ...ofUser, Action: 's3:PutObject' };
    expect(outcomeOf({ ...otherwise, Effect: 'Deny' }, teamUnread)).toEqual([GRADE.none, GRADE.none]);
  });

  test('S15: without the elements that its kind of policy needs, is nothing for an Allow and a Deny of everything else', () => {
    expect(outcomeOf({}, { kind: 'resource' })).toEqual([GRADE.none, GRADE.none]);
    expect(outcomeOf({ Effect: 'Deny' }, { kind: 'resource' })).toEqual([GRADE.direct, GRADE.direct]);
  });

  test('S210: allows by the access point alone, and denies by either', () => {
    const through = { principalResource: 'arn:aws:s3:us-east-1:111122223333:accesspoint/ap/object/k' };
    const bucket = { Resource: 'arn:aws:s3:::b/*' };
    expect(outcomeOf(bucket, through)[1]).toBe(GRADE.none);
    expect(outcomeOf({ Resource: 'arn:aws:s3:*:*:accesspoint/*' }, through)[1]).toBe(GRADE.direct);
    expect(outcomeOf({ ...bucket, Effect: 'Deny' }, through)[1]).toBe(GRADE.direct);
  });
});
