import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';
import { checkStars } from '../_internals/starMeaning.ts';

/** Reports patterns that every request meets. */
export const redundantKeyDueToWildcardInCondition: Rule = {
  id: 'redundant-key-due-to-wildcard-in-condition',
  group: 'redundancy',
  severity: 'suggestion',
  aliases: { accessAnalyzer: 'REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION' },
  reads: ['Condition'],
  doc: 'a pattern takes in every value, and the condition holds without the key too or every request has it (S78, S83)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Condition: { StringLike: { 'aws:RequestedRegion': '*' } } }), {
          at: '/Statement/0/Condition/StringLike/aws:RequestedRegion',
          message: 'found `*` for `aws:RequestedRegion` under `StringLike`, which always holds',
          help: 'remove it',
          marks: '"aws:RequestedRegion"',
        }),
        finds(allow({ Condition: { StringLikeIfExists: { 'aws:PrincipalTag/team': '*' } } }), {
          at: '/Statement/0/Condition/StringLikeIfExists/aws:PrincipalTag~1team',
        }),
        finds(allow({ Condition: { 'ForAllValues:StringLike': { 'aws:TagKeys': '*' } } }), {
          at: '/Statement/0/Condition/ForAllValues:StringLike/aws:TagKeys',
        }),
      ],
      good: [
        allow({ Condition: { StringLike: { 'aws:RequestedRegion': 'eu-*' } } }),
        allow({ Condition: { StringLike: { 'aws:PrincipalTag/team': '*' } } }),
        allow({ Condition: { 'ForAnyValue:StringLike': { 'aws:TagKeys': '*' } } }),
      ],
    };
  },
  check: (context) => checkStars(context, 'always', { says: 'always holds', help: () => 'remove it' }),
};
