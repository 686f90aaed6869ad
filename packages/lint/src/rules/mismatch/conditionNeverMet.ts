import type { Condition } from '@policywright/policy';
import { quote, quoteAll } from '@policywright/policy/text';
import type { ConditionFacts } from '../../facts/conditionFacts.ts';
import type { LintContext } from '../../facts/lintContext.ts';
import { valueEntries } from '../../facts/valueEntries.ts';
import type { BadExample, Rule, RuleExample, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, finds } from '../_internals/exampleDocuments.ts';
import { statementProofs } from '../_internals/statementProofs.ts';

type Operand = readonly [operator: string, values: string | readonly string[]];

const KEY = 'aws:PrincipalTag/team';
/** A statement with two conditions on one key. */
const both = (key: string, [a, first]: Operand, [b, second]: Operand): RuleExample =>
  allow({ Condition: { [a]: { [key]: first }, [b]: { [key]: second } } });
/** The same, where they never hold together. */
const never = (key: string, first: Operand, second: Operand): BadExample =>
  finds(both(key, first, second), {
    at: `/Statement/0/Condition/${second[0]}/${key.replaceAll('/', '~1')}`,
    message: `found \`${key}\` under \`${second[0]}\`, which never holds together with \`${first[0]}\`, so that the statement has no effect`,
    help: 'all conditions of a statement have to hold: give each a statement of its own, or drop one',
  });

/** Reports conditions of one statement that never hold together. */
export const conditionNeverMet: Rule = {
  id: 'condition-never-met',
  group: 'mismatch',
  severity: 'warning',
  aliases: {},
  reads: ['Condition'],
  doc: 'conditions of a statement on the same key never hold of the same request, so that the statement has no effect (S69)',
  get examples(): RuleExamples {
    return {
      bad: [
        {
          ...never(KEY, ['StringEquals', 'blue'], ['StringNotEquals', 'blue']),
          finds: [
            {
              at: '/Statement/0/Condition/StringNotEquals/aws:PrincipalTag~1team',
              message:
                'found `aws:PrincipalTag/team` under `StringNotEquals`, which never holds together with `StringEquals`, so that the statement has no effect',
              help: 'all conditions of a statement have to hold: give each a statement of its own, or drop one',
              marks: '"aws:PrincipalTag/team"',
            },
          ],
        },
        never(KEY, ['Null', 'true'], ['StringEquals', 'blue']),
        never(KEY, ['StringLike', 'b*'], ['Null', 'true']),
        never(KEY, ['StringNotLike', 'b*'], ['StringEquals', ['blue', 'black']]),
        never(KEY, ['StringNotLike', 'b*'], ['StringLike', 'b*']),
        never(
          KEY,
          ['StringNotLike', '${aws:ResourceTag/team}*'],
          ['StringEquals', '${aws:ResourceTag/team}'],
        ),
        never(KEY, ['StringNotEqualsIgnoreCase', 'BLUE'], ['StringEqualsIgnoreCase', 'blue']),
        never(KEY, ['StringEquals', ['blue', 'red']], ['StringLike', 'g*']),
        never(KEY, ['StringEquals', 'blue'], ['StringEqualsIfExists', 'red']),
        never(
          'aws:PrincipalArn',
          ['ArnNotLike', 'arn:aws:iam::*:role/*'],
          ['ArnEquals', 'arn:aws:iam::111122223333:role/app'],
        ),
        never('aws:SecureTransport', ['Bool', 'true'], ['BoolIfExists', 'False']),
        never('s3:max-keys', ['NumericLessThan', '10'], ['NumericGreaterThan', ['10', '20']]),
        never('s3:max-keys', ['NumericGreaterThanEquals', '11'], ['NumericLessThanEquals', ['5', '10']]),
        never('aws:CurrentTime', ['DateGreaterThan', '2026-01-01'], ['DateLessThan', '2025-12-31T23:00:00Z']),
        never('aws:CurrentTime', ['DateGreaterThan', '1767225600'], ['DateLessThan', '2025-12-31T23:00:00Z']),
        never('s3:max-keys', ['NumericLessThan', '1e1'], ['NumericGreaterThan', '10.00']),
        finds(deny({ Condition: { StringEquals: { [KEY]: 'a' }, StringNotEquals: { [KEY]: ['b', 'a'] } } }), {
          at: '/Statement/0/Condition/StringNotEquals/aws:PrincipalTag~1team',
        }),
        finds(
          allow({
            Condition: {
              Null: { 'aws:TagKeys': 'true' },
              'ForAnyValue:StringEquals': { 'aws:TagKeys': 'a' },
            },
          }),
          { at: '/Statement/0/Condition/ForAnyValue:StringEquals/aws:TagKeys' },
        ),
      ],
      good: [
        // Of one key in several letter cases another rule speaks.
        allow({ Condition: { StringEquals: { 'aws:username': 'ana', 'AWS:username': 'bob' } } }),
        both(KEY, ['StringLike', 'b*'], ['StringNotEquals', 'blue']),
        both(KEY, ['StringEquals', ['blue', 'red']], ['StringNotEquals', 'blue']),
        both(KEY, ['StringEqualsIgnoreCase', 'blue'], ['StringNotEquals', 'blue']),
        both(KEY, ['StringEquals', 'blue'], ['StringEqualsIgnoreCase', 'BLUE']),
        both(KEY, ['StringEqualsIfExists', 'blue'], ['StringNotEquals', 'blue']),
        both(KEY, ['StringEqualsIfExists', 'blue'], ['StringEqualsIfExists', 'red']),
        both(KEY, ['StringEquals', 'blue'], ['StringNotEquals', '${aws:ResourceTag/team}']),
        both(KEY, ['StringEquals', '${aws:ResourceTag/team}'], ['StringLike', 'b*']),
        both(KEY, ['StringNotEquals', 'blue'], ['StringNotEqualsIgnoreCase', 'red']),
        both(KEY, ['Null', 'false'], ['StringEquals', 'blue']),
        both(KEY, ['Null', ['true', 'false']], ['StringEquals', 'blue']),
        both(KEY, ['Null', 'true'], ['StringNotEquals', 'blue']),
        both(KEY, ['Null', 'true'], ['StringEqualsIfExists', 'blue']),
        both('s3:max-keys', ['NumericLessThan', ['10', '30']], ['NumericGreaterThan', '20']),
        both('s3:max-keys', ['NumericLessThanEquals', '10'], ['NumericGreaterThanEquals', '10']),
        both('s3:max-keys', ['NumericLessThan', 'x'], ['NumericGreaterThan', '20']),
        both('s3:max-keys', ['NumericLessThan', '0.10000000000000000001'], ['NumericGreaterThan', '0.1']),
        both('aws:CurrentTime', ['DateGreaterThan', '2025-01-01'], ['DateLessThan', '2026-01-01']),
        both(
          'aws:CurrentTime',
          ['DateGreaterThan', '2026-01-01T00:00:00.2Z'],
          ['DateLessThan', '2026-01-01T00:00:00.7Z'],
        ),
        // Four digits may be seconds of 1970 (S100).
        both('aws:CurrentTime', ['DateGreaterThan', '2026'], ['DateLessThan', '2025-01-01']),
        both('aws:TagKeys', ['ForAnyValue:StringEquals', 'a'], ['ForAnyValue:StringLike', 'b*']),
        both('aws:CalledVia', ['StringEquals', 'a'], ['StringLike', 'b*']),
      ],
    };
  },
  *check(context) {
    for (const { statement, conditions } of context.statements) {
      for (const alike of byKey(context, conditions)) {
        if (alike.length < 2 || !canContradict(alike)) continue;
        // What actions and resources there are has no part in it.
        const part = { ...statement, action: EVERYTHING, resource: EVERYTHING, conditions: alike };
        const because = statementProofs(context).neverMatches(part);
        const blamed = because?.blamed.flatMap((one) => (one.element === 'Condition' ? [one.condition] : []));
        const last = blamed?.at(-1);
        // Of a condition that is never met by itself other rules speak.
        if (blamed === undefined || last === undefined || blamed.length < 2) continue;
        const others = blamed.slice(0, -1).map(({ operator }) => operator.text);
        yield {
          pointer: last.pointer,
          markName: true,
          message: `found ${quote(last.key)} under \`${last.operator.text}\`, which never holds together with ${quoteAll(others)}, so that the statement has no effect`,
          help: 'all conditions of a statement have to hold: give each a statement of its own, or drop one',
        };
      }
    }
  },
};

const EVERYTHING = { negated: false, values: ['*'] };

/** The conditions on each key whose values are all known, as many as people write. */
function byKey(context: LintContext, conditions: readonly ConditionFacts[]): Iterable<readonly Condition[]> {
  const groups = new Map<string, Condition[]>();
  for (const facts of conditions) {
    if (facts.isUnknown || valueEntries(context, facts).length !== facts.values.length) continue;
    const group = groups.get(facts.key) ?? [];
    if (group.push(facts.condition) === 1) groups.set(facts.key, group);
  }
  return groups.values();
}

/** More operators than there are do not stand in a statement, but for some in several letter cases. */
const MOST_OPERATORS = 100;

/** Whether conditions on one key can contradict each other; of one key in several letter cases another rule speaks. */
function canContradict(conditions: readonly Condition[]): boolean {
  const operators = new Set(conditions.map(({ operator }) => operator.text));
  return operators.size === conditions.length && conditions.length <= MOST_OPERATORS;
}
