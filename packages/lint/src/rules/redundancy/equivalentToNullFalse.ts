import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';
import { checkStars } from '../_internals/starMeaning.ts';

const key = 'aws:PrincipalTag/team';

/** Reports patterns that only say that a key is there. */
export const equivalentToNullFalse: Rule = {
  id: 'equivalent-to-null-false',
  group: 'redundancy',
  severity: 'suggestion',
  aliases: { accessAnalyzer: 'EQUIVALENT_TO_NULL_FALSE' },
  reads: ['Condition'],
  doc: 'a pattern takes in every value, so that the condition says no more than that the key is there (S77)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Condition: { StringLike: { [key]: ['a', '*'] } } }), {
          at: '/Statement/0/Condition/StringLike/aws:PrincipalTag~1team',
          message:
            'found `*` for `aws:PrincipalTag/team` under `StringLike`, which only says that the key is there',
          help: 'write `"Null": { "aws:PrincipalTag/team": "false" }`',
          marks: '"aws:PrincipalTag/team"',
        }),
        finds(allow({ Condition: { 'ForAnyValue:StringLike': { 'aws:TagKeys': '**' } } }), {
          at: '/Statement/0/Condition/ForAnyValue:StringLike/aws:TagKeys',
        }),
        finds(allow({ Condition: { ArnLike: { 'aws:SourceArn': 'arn:*:*:*:*:*' } } }), {
          at: '/Statement/0/Condition/ArnLike/aws:SourceArn',
        }),
      ],
      good: [
        allow({ Condition: { StringLike: { [key]: 'a*' } } }),
        allow({ Condition: { StringEquals: { [key]: '*' } } }),
        allow({ Condition: { StringLikeIfExists: { [key]: '*' } } }),
        allow({ Condition: { StringNotLike: { [key]: '*' } } }),
        allow({ Condition: { StringLike: { 'aws:RequestedRegion': '*' } } }),
        allow({ Condition: { ArnLike: { 'aws:SourceArn': 'arn:*:sns:*:*:*' } } }),
        // Only the values of keys of ARNs are all ARNs.
        allow({ Condition: { ArnLike: { [key]: 'arn:*:*:*:*:*' } } }),
      ],
    };
  },
  check: (context) =>
    checkStars(context, 'present', {
      says: 'only says that the key is there',
      help: (name) => `write \`"Null": { "${name}": "false" }\``,
    }),
};
