import { quote } from '@policywright/policy/text';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';

/** Reports comparisons with several numbers, of which one decides. */
export const redundantConditionValueNum: Rule = {
  id: 'redundant-condition-value-num',
  group: 'redundancy',
  severity: 'suggestion',
  aliases: { accessAnalyzer: 'REDUNDANT_CONDITION_VALUE_NUM' },
  reads: ['Condition'],
  doc: 'a comparison has several numbers or dates, only one of which decides (S70)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Condition: { NumericLessThan: { 'aws:MultiFactorAuthAge': ['3600', '7200'] } } }), {
          at: '/Statement/0/Condition/NumericLessThan/aws:MultiFactorAuthAge',
          message:
            'found 2 values for `aws:MultiFactorAuthAge` under `NumericLessThan`, where only the greatest decides',
          help: 'write that one alone',
          marks: '["3600","7200"]',
        }),
        finds(
          allow({
            Condition: {
              DateGreaterThan: { 'aws:CurrentTime': ['2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z'] },
            },
          }),
          {
            at: '/Statement/0/Condition/DateGreaterThan/aws:CurrentTime',
            message:
              'found 2 values for `aws:CurrentTime` under `DateGreaterThan`, where only the least decides',
            help: 'write that one alone',
          },
        ),
      ],
      good: [
        allow({ Condition: { NumericLessThan: { 'aws:MultiFactorAuthAge': ['3600'] } } }),
        allow({ Condition: { NumericEquals: { 's3:max-keys': ['1', '2'] } } }),
      ],
    };
  },
  *check(context) {
    for (const { facts } of context.conditions) {
      const { operator, key } = facts.condition;
      if (!/^(?:Numeric|Date)(?:Less|Greater)Than/.test(operator.name) || facts.values.length < 2) continue;
      const which = operator.name.includes('Less') ? 'greatest' : 'least';
      yield {
        pointer: facts.pointer,
        message: `found ${facts.values.length} values for ${quote(key)} under \`${operator.text}\`, where only the ${which} decides`,
        help: 'write that one alone',
      };
    }
  },
};
