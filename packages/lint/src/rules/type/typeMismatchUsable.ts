import { quote } from '@policywright/policy/text';
import { keyDefinition } from '../../facts/keyDefinition.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';
import { isArnUnderStringLike, operatorFit, suitableOperators } from '../_internals/operatorFit.ts';

/** Reports operators of another type that work all the same. */
export const typeMismatchUsable: Rule = {
  id: 'type-mismatch-usable',
  group: 'type',
  severity: 'info',
  aliases: { parliament: 'MISMATCHED_TYPE_BUT_USABLE' },
  reads: ['Condition'],
  doc: 'an operator is of another type than its condition key, though the comparison works',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Condition: { StringEquals: { 'aws:SourceArn': 'arn:aws:s3:::b' } } }), {
          at: '/Statement/0/Condition/StringEquals/aws:SourceArn',
          message: 'found `aws:SourceArn` under `StringEquals`, but its values are of type ARN',
          help: 'use `ArnLike` or `ArnNotLike`',
          marks: '"aws:SourceArn"',
        }),
      ],
      good: [
        allow({ Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::b' } } }),
        // Of these other rules speak.
        allow({ Condition: { StringLike: { 'aws:SourceArn': 'arn:aws:s3:::b' } } }),
        allow({ Condition: { StringEquals: { 'aws:SecureTransport': 'true' } } }),
        // Texts of numbers are numbers.
        allow({ Condition: { NumericLessThan: { 'aws:PrincipalTag/level': '5' } } }),
      ],
    };
  },
  *check(context) {
    for (const { facts } of context.conditions) {
      if (operatorFit(facts) !== 'usable' || keyDefinition(facts)?.type === 'String') continue;
      if (isArnUnderStringLike(facts)) continue;
      const { key, operator } = facts.condition;
      yield {
        pointer: facts.pointer,
        markName: true,
        message: `found ${quote(key)} under \`${operator.text}\`, but its values are of type ${keyDefinition(facts)?.type ?? ''}`,
        help: `use ${suitableOperators(facts)}`,
      };
    }
  },
};
