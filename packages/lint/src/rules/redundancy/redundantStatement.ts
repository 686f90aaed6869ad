import { glance, newBudget, patternCovers, reportSpent } from '../../facts/patternCovers.ts';
import type { Budget } from '../../facts/patternCovers.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';
import { remove } from '../../fix/edits.ts';
import type { Rule } from '../../model/rule.ts';
import { documentOf, finds, statement } from '../_internals/exampleDocuments.ts';

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
      finds(
        documentOf('identity', statement('Allow', { Action: 's3:*', Resource: '*' }), statement('Allow', {})),
        { at: '/Statement/1', message: 'found a statement that `/Statement/0` covers', help: 'remove it' },
      ),
      finds(documentOf('identity', statement('Deny', {}), statement('Deny', { Sid: 'Again' })), {
        at: '/Statement/1',
      }),
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
    if (statements.length < 2) return;
    const budget = newBudget();
    for (const alike of groupsOf(context.comparableStatements)) {
      for (const [index, narrow] of alike.entries()) {
        const by = alike.find(
          (wide, other) =>
            other !== index &&
            covers(wide, narrow, budget) &&
            (other < index || !covers(narrow, wide, budget)),
        );
        if (by === undefined) continue;
        yield {
          pointer: narrow.pointer,
          message: `found a statement that \`${by.pointer}\` covers`,
          help: 'remove it',
          fix: remove(context, narrow.pointer, true),
        };
      }
    }
    reportSpent(context, budget);
  },
};

/** Statements that are equal but for actions and resources, which only have to be covered; groups of several. */
function groupsOf(statements: readonly StatementFacts[]): readonly (readonly StatementFacts[])[] {
  const groups = new Map<string, StatementFacts[]>();
  for (const statement of statements) {
    const shape = shapeOf(statement);
    const group = groups.get(shape);
    if (group === undefined) groups.set(shape, [statement]);
    else group.push(statement);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

function shapeOf({ statement: { effect, principal, action, resource, conditions } }: StatementFacts): string {
  const shape = `${effect} ${action.negated} ${resource?.negated ?? ''} `;
  if (principal === undefined && conditions.length === 0) return shape;
  const tests = conditions.map(({ operator, key, values }) =>
    JSON.stringify([operator.text.toLowerCase(), key.toLowerCase(), [...new Set(values)].toSorted()]),
  );
  return shape + JSON.stringify([principal ?? null, tests.toSorted()]);
}

function covers(wide: StatementFacts, narrow: StatementFacts, budget: Budget): boolean {
  // The negated element with the shorter list covers more; only equal lists are looked at.
  const actions = wide.statement.action.negated
    ? sameTexts(wide.statement.action.values, narrow.statement.action.values)
    : actionsCovered(wide, narrow, budget);
  return actions && resourcesCovered(wide, narrow, budget);
}

function actionsCovered(wide: StatementFacts, narrow: StatementFacts, budget: Budget): boolean {
  const { exact, patterns } = wide.actionList;
  return narrow.actions.every(({ facts, unknown }) => {
    if (unknown) return false;
    if (exact.has(facts.lower)) return true;
    return patterns.some((outer) => {
      if (outer.isEverything) return true;
      if (outer.prefix !== facts.prefix || !glance(budget)) return false;
      return facts.hasWildcard ? patternCovers(outer, facts, budget) : outer.matches(facts.text);
    });
  });
}

function resourcesCovered(wide: StatementFacts, narrow: StatementFacts, budget: Budget): boolean {
  const outer = wide.statement.resource;
  const inner = narrow.statement.resource;
  if (outer === undefined || inner === undefined) return outer === inner;
  if (outer.negated) return sameTexts(outer.values, inner.values);
  return narrow.resources.every(
    ({ facts, unknown }) =>
      !unknown &&
      wide.resources.some(({ facts: other, unknown: isOpen }) => {
        if (isOpen || !glance(budget)) return false;
        if (other.text === facts.text || other.isEverything) return true;
        return !other.hasVariable && patternCovers(other, facts, budget);
      }),
  );
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  const [texts, others] = [new Set(a), new Set(b)];
  return texts.size === others.size && a.every((text) => others.has(text));
}
