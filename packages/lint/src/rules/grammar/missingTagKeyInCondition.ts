import { quote } from '@policywright/policy/text';
import { keyDefinition } from '../../facts/keyDefinition.ts';
import { keyNeedsTag } from '../../facts/keyNeedsTag.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';

/** Reports tag condition keys that name no tag. */
export const missingTagKeyInCondition: Rule = {
  id: 'missing-tag-key-in-condition',
  group: 'grammar',
  severity: 'error',
  aliases: { accessAnalyzer: 'MISSING_TAG_KEY_IN_CONDITION' },
  reads: ['Condition'],
  doc: 'a condition key for tags does not name the tag (S75)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Condition: { StringEquals: { 'aws:ResourceTag': 'blue' } } }), {
          at: '/Statement/0/Condition/StringEquals/aws:ResourceTag',
          message: 'found `aws:ResourceTag` without the name of a tag',
          help: 'write `aws:ResourceTag/TAG`',
          marks: '"aws:ResourceTag"',
        }),
        finds(allow({ Condition: { StringEquals: { 'aws:PrincipalTag/': 'blue' } } }), {
          at: '/Statement/0/Condition/StringEquals/aws:PrincipalTag~1',
        }),
      ],
      good: [allow({ Condition: { StringEquals: { 'aws:PrincipalTag/team': 'blue' } } })],
    };
  },
  *check(context) {
    for (const facts of context.statements.flatMap(({ conditions }) => conditions)) {
      if (keyDefinition(facts) !== undefined || !keyNeedsTag(facts.key)) continue;
      yield {
        pointer: facts.pointer,
        markName: true,
        message: `found ${quote(facts.condition.key)} without the name of a tag`,
        help: `write \`${facts.condition.key.replace(/\/$/, '')}/TAG\``,
      };
    }
  },
};
