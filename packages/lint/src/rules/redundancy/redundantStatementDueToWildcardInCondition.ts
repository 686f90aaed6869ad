import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';
import { checkStars } from '../_internals/starMeaning.ts';

/** Reports negated patterns that no request meets. */
export const redundantStatementDueToWildcardInCondition: Rule = {
  id: 'redundant-statement-due-to-wildcard-in-condition',
  group: 'redundancy',
  severity: 'suggestion',
  aliases: { accessAnalyzer: 'REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION' },
  reads: ['Condition'],
  doc: 'a negated pattern takes in every value of a key that has to be there, so that the statement never applies (S84)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Condition: { 'ForAnyValue:StringNotLike': { 'aws:TagKeys': '*' } } }), {
          at: '/Statement/0/Condition/ForAnyValue:StringNotLike/aws:TagKeys',
          message:
            'found `*` for `aws:TagKeys` under `ForAnyValue:StringNotLike`, which never holds, so that the statement has no effect',
          help: 'remove the statement, or name the values',
          marks: '"aws:TagKeys"',
        }),
        finds(allow({ Condition: { StringNotLike: { 'aws:RequestedRegion': ['eu-*', '*'] } } }), {
          at: '/Statement/0/Condition/StringNotLike/aws:RequestedRegion',
        }),
      ],
      good: [
        allow({ Condition: { 'ForAnyValue:StringNotLike': { 'aws:TagKeys': 'a*' } } }),
        allow({ Condition: { 'ForAllValues:StringNotLike': { 'aws:TagKeys': '*' } } }),
        allow({ Condition: { StringNotLike: { 'aws:PrincipalTag/team': '*' } } }),
        allow({ Condition: { StringLike: { 'aws:RequestedRegion': '*' } } }),
      ],
    };
  },
  check: (context) =>
    checkStars(context, 'never', {
      says: 'never holds, so that the statement has no effect',
      help: () => 'remove the statement, or name the values',
    }),
};
