import { quote } from '@policywright/policy/text';
import type { Rule } from '../../model/rule.ts';
import { allow } from '../_internals/exampleDocuments.ts';

/** Reports condition keys without a prefix or without a name. */
export const invalidConditionKeyFormat: Rule = {
  id: 'invalid-condition-key-format',
  group: 'grammar',
  severity: 'error',
  aliases: { accessAnalyzer: 'INVALID_CONDITION_KEY_FORMAT' },
  reads: ['Condition'],
  doc: 'a condition key is not of the form `prefix:name`',
  examples: {
    bad: [
      allow({ Condition: { IpAddress: { SourceIp: '203.0.113.0/24' } } }),
      allow({ Condition: { IpAddress: { 'aws:': '203.0.113.0/24' } } }),
    ],
    good: [allow({ Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } })],
  },
  *check(context) {
    for (const { facts } of context.conditions) {
      if (/^[^\s:/][^\s:]*:\S/.test(facts.key)) continue;
      const { key } = facts.condition;
      yield {
        pointer: facts.pointer,
        markName: true,
        message: `found the condition key ${quote(key)}, expected the form \`prefix:name\``,
        help: context.suggestName(`aws:${key}`, [
          'aws:SourceIp',
          'aws:PrincipalArn',
          'aws:SourceArn',
          'aws:SourceVpc',
        ]),
      };
    }
  },
};
