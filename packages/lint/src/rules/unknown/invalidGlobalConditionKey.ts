import { globalConditionKeys } from '@policywright/catalog';
import { keyDefinition } from '../../facts/keyDefinition.ts';
import { keyNeedsTag } from '../../facts/keyNeedsTag.ts';
import { suggestName } from '../../facts/suggestions.ts';
import { REPLACED_KEYS } from '../../data/replacedKeys.ts';
import { quote } from '@policywright/policy/text';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';
import { keyPrefix } from '../_internals/keyPrefix.ts';

/** Reports global condition keys that do not exist. */
export const invalidGlobalConditionKey: Rule = {
  id: 'invalid-global-condition-key',
  group: 'unknown',
  severity: 'error',
  aliases: {
    accessAnalyzer: 'INVALID_GLOBAL_CONDITION_KEY',
    parliament: 'UNKNOWN_CONDITION_FOR_ACTION',
  },
  reads: ['Condition'],
  doc: 'a condition key that starts with `aws:` does not exist, so that no request ever has it',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Condition: { StringEquals: { 'aws:PrincipalOrg': 'o-a1b2c3d4e5' } } }), {
          at: '/Statement/0/Condition/StringEquals/aws:PrincipalOrg',
          message: 'found `aws:PrincipalOrg`, which is no global condition key',
          help: 'did you mean `aws:PrincipalArn`',
          marks: '"aws:PrincipalOrg"',
        }),
      ],
      good: [
        allow({ Condition: { StringEquals: { 'AWS:principalorgid': 'o-a1b2c3d4e5' } } }),
        allow({ Condition: { StringEquals: { 'aws:ResourceTag/aws:created:by': 'x' } } }),
        // Of these, other rules speak.
        allow({
          Condition: {
            StringEquals: {
              'aws:SourceOwner': '111122223333',
              'aws:PrincipalTag': 'x',
              'aws:': 'x',
              's3:nosuchkey': 'x',
            },
          },
        }),
      ],
    };
  },
  *check(context) {
    for (const facts of context.statements.flatMap(({ conditions }) => conditions)) {
      const { key } = facts;
      if (keyPrefix(key) !== 'aws' || REPLACED_KEYS.has(key)) continue;
      if (keyDefinition(facts) !== undefined || keyNeedsTag(facts.key)) continue;
      yield {
        pointer: facts.pointer,
        markName: true,
        message: `found ${quote(facts.condition.key)}, which is no global condition key`,
        help: suggestName(
          context,
          facts.condition.key,
          globalConditionKeys.map(({ name }) => name),
        ),
      };
    }
  },
};
