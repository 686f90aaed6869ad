import { quote } from '@policywright/policy/text';
import type { ActionFacts } from '../../facts/actionFacts.ts';
import { keysOf } from '../../facts/actionFit.ts';
import type { ConditionFacts } from '../../facts/conditionFacts.ts';
import type { Rule } from '../../model/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';
import { isActionKey } from '../_internals/isActionKey.ts';

/** Reports actions whose requests never have a condition key that the statement needs. */
export const unsupportedActionForConditionKey: Rule = {
  id: 'unsupported-action-for-condition-key',
  group: 'mismatch',
  severity: 'error',
  aliases: {
    accessAnalyzer: 'UNSUPPORTED_ACTION_FOR_CONDITION_KEY',
    parliament: 'UNKNOWN_CONDITION_FOR_ACTION',
  },
  reads: ['Action', 'Condition'],
  doc: 'no request for an action has a condition key that the statement needs, so that it never matches (S76)',
  examples: {
    bad: [
      finds(
        allow({
          Action: ['s3:GetObject', 's3:ListBucket'],
          Resource: '*',
          Condition: { StringLike: { 's3:prefix': 'a/*' } },
        }),
        {
          at: '/Statement/0/Action/0',
          message:
            'found `s3:GetObject`, whose requests never have the condition key `s3:prefix` that the statement needs',
          help: 'move it to a statement without this condition',
        },
      ),
    ],
    good: [
      allow({ Action: 's3:List*', Resource: '*', Condition: { StringLike: { 's3:prefix': 'a/*' } } }),
      allow({ Action: 's3:GetObject', Condition: { StringLikeIfExists: { 's3:prefix': 'a/*' } } }),
      allow({
        Action: 's3:GetObject',
        Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
      }),
    ],
  },
  *check(context) {
    for (const { actions, conditions, statement } of context.statements) {
      if (statement.action.negated) continue;
      const needed = firstOfEach(conditions.filter((facts) => facts.needsKey && isActionKey(facts)));
      for (const entry of actions) {
        const { facts, unknown } = entry;
        if (unknown || facts.isEverything) continue;
        const missing = needed.find((condition) => !hasKey(facts, condition));
        if (missing === undefined) continue;
        yield {
          pointer: entry.pointer,
          message: `found ${quote(facts.text)}, whose requests never have the condition key ${quote(missing.condition.key)} that the statement needs`,
          help: 'move it to a statement without this condition',
        };
      }
    }
  },
};

/** One condition for each key of the catalog: keys of tags are one key, whatever the tag. */
function firstOfEach(conditions: readonly ConditionFacts[]): readonly ConditionFacts[] {
  const seen = new Map<string | undefined, ConditionFacts>();
  for (const facts of conditions) {
    const name = facts.definition?.name;
    if (!seen.has(name)) seen.set(name, facts);
  }
  return [...seen.values()];
}

function hasKey(facts: ActionFacts, { definition }: ConditionFacts): boolean {
  const name = definition?.name.toLowerCase() ?? '';
  const { catalogActions } = facts;
  return catalogActions.length === 0 || catalogActions.some((action) => keysOf(action).has(name));
}
