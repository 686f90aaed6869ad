import { quote } from '@policywright/policy/text';
import type { Rule } from '../../model/rule.ts';
import { allow } from '../_internals/exampleDocuments.ts';
import { operatorFit, suitableOperators } from '../_internals/operatorFit.ts';

/** Reports operators that do not suit the type of their key. */
export const typeMismatch: Rule = {
  id: 'type-mismatch',
  group: 'type',
  severity: 'warning',
  aliases: { accessAnalyzer: 'TYPE_MISMATCH', parliament: 'MISMATCHED_TYPE' },
  reads: ['Condition'],
  doc: 'an operator does not suit the type of its condition key',
  examples: {
    bad: [
      allow({ Condition: { StringEquals: { 'aws:SourceIp': '203.0.113.0/24' } } }),
      allow({ Condition: { NumericEquals: { 'aws:SecureTransport': '1' } } }),
      allow({ Condition: { IpAddress: { 'aws:PrincipalOrgID': '203.0.113.0/24' } } }),
    ],
    good: [
      allow({ Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } }),
      allow({ Condition: { NumericLessThan: { 'aws:EpochTime': '1735689600' } } }),
    ],
  },
  *check(context) {
    for (const { facts } of context.conditions) {
      if (operatorFit(facts) !== 'wrong') continue;
      const { key, operator } = facts.condition;
      yield {
        pointer: facts.pointer,
        markName: true,
        message: `found ${quote(key)} under \`${operator.text}\`, but its values are of type ${facts.definition?.type ?? ''}`,
        help: `use ${suitableOperators(facts)}`,
      };
    }
  },
};
