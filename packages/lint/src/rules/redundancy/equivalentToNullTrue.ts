import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';
import { checkStars } from '../_internals/starMeaning.ts';

const key = 'aws:PrincipalTag/team';

/** Reports patterns that only say that a key is not there. */
export const equivalentToNullTrue: Rule = {
  id: 'equivalent-to-null-true',
  group: 'redundancy',
  severity: 'suggestion',
  aliases: { accessAnalyzer: 'EQUIVALENT_TO_NULL_TRUE' },
  reads: ['Condition'],
  doc: 'a negated pattern takes in every value, so that the condition says no more than that the key is not there (S77)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Condition: { StringNotLike: { [key]: '*' } } }), {
          at: '/Statement/0/Condition/StringNotLike/aws:PrincipalTag~1team',
          message:
            'found `*` for `aws:PrincipalTag/team` under `StringNotLike`, which only says that the key is not there',
          help: 'write `"Null": { "aws:PrincipalTag/team": "true" }`',
          marks: '"aws:PrincipalTag/team"',
        }),
        finds(allow({ Condition: { StringNotLikeIfExists: { [key]: '*' } } }), {
          at: '/Statement/0/Condition/StringNotLikeIfExists/aws:PrincipalTag~1team',
        }),
        finds(allow({ Condition: { 'ForAllValues:StringNotLike': { 'aws:TagKeys': '*' } } }), {
          at: '/Statement/0/Condition/ForAllValues:StringNotLike/aws:TagKeys',
        }),
        finds(allow({ Condition: { 'ForAnyValue:StringNotLikeIfExists': { 'aws:TagKeys': '*' } } }), {
          at: '/Statement/0/Condition/ForAnyValue:StringNotLikeIfExists/aws:TagKeys',
        }),
        finds(allow({ Condition: { ArnNotLike: { 'aws:SourceArn': 'arn:*:*:*:*:*' } } }), {
          at: '/Statement/0/Condition/ArnNotLike/aws:SourceArn',
        }),
      ],
      good: [
        allow({ Condition: { StringNotLike: { [key]: 'a*' } } }),
        allow({ Condition: { StringLike: { [key]: '*' } } }),
        allow({ Condition: { StringNotLike: { 'aws:RequestedRegion': '*' } } }),
        allow({ Condition: { 'ForAnyValue:StringNotLike': { 'aws:TagKeys': '*' } } }),
      ],
    };
  },
  check: (context) =>
    checkStars(context, 'absent', {
      says: 'only says that the key is not there',
      help: (name) => `write \`"Null": { "${name}": "true" }\``,
    }),
};
