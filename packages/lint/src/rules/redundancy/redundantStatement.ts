import { LIMITS } from '../../data/limits.ts';
import { subsumes } from '@policywright/arn';
import type { StatementFacts } from '../../facts/statementFacts.ts';
import { remove } from '../../fix/edits.ts';
import type { Rule } from '../../model/rule.ts';
import { documentOf, statement } from '../_internals/exampleDocuments.ts';

/** Reports statements that another covers. */
export const redundantStatement: Rule = {
  id: 'redundant-statement',
  group: 'redundancy',
  severity: 'suggestion',
  aliases: { accessAnalyzer: 'REDUNDANT_STATEMENT' },
  reads: ['Statement'],
  doc: 'a statement is covered by another of the same effect, principals and conditions',
  examples: {
    bad: [
      documentOf('identity', statement('Allow', { Action: 's3:*', Resource: '*' }), statement('Allow', {})),
      documentOf('identity', statement('Deny', {}), statement('Deny', { Sid: 'Again' })),
    ],
    good: [
      documentOf('identity', statement('Allow', {}), statement('Deny', {})),
      documentOf(
        'identity',
        statement('Allow', { Action: 's3:*' }),
        statement('Allow', { Resource: 'arn:aws:s3:::c/*' }),
      ),
      documentOf(
        'identity',
        statement('Allow', { Condition: { Bool: { 'aws:SecureTransport': 'true' } } }),
        statement('Allow', {}),
      ),
    ],
  },
  *check(context) {
    const { statements } = context;
    if (statements.length < 2 || statements.length > LIMITS.statements) return;
    const shapes = statements.map(shapeOf);
    for (const [index, narrow] of statements.entries()) {
      const by = statements.find(
        (wide, other) =>
          wide !== narrow &&
          shapes[other] === shapes[index] &&
          covers(wide, narrow) &&
          (other < index || !covers(narrow, wide)),
      );
      if (by === undefined) continue;
      yield {
        pointer: narrow.pointer,
        message: `found a statement that \`${by.pointer}\` covers`,
        help: 'remove it',
        fix: remove(context, narrow.pointer, true),
      };
    }
  },
};

/** What has to be equal: all but actions and resources, which only have to be covered. */
function shapeOf({ statement: { effect, principal, action, resource, conditions } }: StatementFacts): string {
  const tests = conditions.map(({ operator, key, values }) => [
    operator.text.toLowerCase(),
    key.toLowerCase(),
    [...new Set(values)].toSorted(),
  ]);
  const shape = [effect, principal ?? null, action.negated, resource?.negated ?? null];
  return JSON.stringify([shape, tests.map((test) => JSON.stringify(test)).toSorted()]);
}

function covers(wide: StatementFacts, narrow: StatementFacts): boolean {
  if (wide.actions.length * narrow.actions.length > LIMITS.pairs) return false;
  if (wide.resources.length * narrow.resources.length > LIMITS.pairs) return false;
  // The negated element with the shorter list covers more; only equal lists are looked at.
  const actions = wide.statement.action.negated
    ? sameTexts(wide.statement.action.values, narrow.statement.action.values)
    : actionsCovered(wide, narrow);
  return actions && resourcesCovered(wide, narrow);
}

function actionsCovered(wide: StatementFacts, narrow: StatementFacts): boolean {
  return narrow.actions.every(
    ({ facts, unknown }) =>
      !unknown &&
      wide.actions.some(({ facts: outer, unknown: isOpen }) => {
        if (isOpen) return false;
        if (outer.isEverything || outer.text.toLowerCase() === facts.text.toLowerCase()) return true;
        if (!outer.hasWildcard) return false;
        if (!facts.hasWildcard) return outer.matches(facts.text);
        return (
          outer.prefix === facts.prefix &&
          subsumes(outer.matcher, facts.matcher, { limit: LIMITS.steps }).verdict === 'yes'
        );
      }),
  );
}

function resourcesCovered(wide: StatementFacts, narrow: StatementFacts): boolean {
  const outer = wide.statement.resource;
  const inner = narrow.statement.resource;
  if (outer === undefined || inner === undefined) return outer === inner;
  if (outer.negated) return sameTexts(outer.values, inner.values);
  return narrow.resources.every(
    ({ facts, unknown }) =>
      !unknown &&
      wide.resources.some(({ facts: other, unknown: isOpen }) => {
        if (isOpen) return false;
        if (other.text === facts.text || other.isEverything) return true;
        return (
          !other.hasVariable &&
          subsumes(other.matcher, facts.matcher, { limit: LIMITS.steps }).verdict === 'yes'
        );
      }),
  );
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text) => b.includes(text));
}
