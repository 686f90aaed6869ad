import { quote } from '@policywright/policy/text';
import { suggestName } from '../../facts/suggestions.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';

/** Reports condition keys without a prefix or without a name. */
export const invalidConditionKeyFormat: Rule = {
  id: 'invalid-condition-key-format',
  group: 'grammar',
  severity: 'error',
  aliases: { accessAnalyzer: 'INVALID_CONDITION_KEY_FORMAT' },
  reads: ['Condition'],
  doc: 'a condition key is not of the form `prefix:name`',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Condition: { IpAddress: { SourceIp: '203.0.113.0/24' } } }), {
          at: '/Statement/0/Condition/IpAddress/SourceIp',
          message: 'found the condition key `SourceIp`, expected the form `prefix:name`',
          help: 'did you mean `aws:SourceIp`',
          marks: '"SourceIp"',
        }),
        finds(allow({ Condition: { IpAddress: { 'aws:': '203.0.113.0/24' } } }), {
          at: '/Statement/0/Condition/IpAddress/aws:',
          message: 'found the condition key `aws:`, expected the form `prefix:name`',
        }),
        finds(
          allow({
            Condition: {
              ArnEquals: {
                PrincipalArn: 'arn:aws:iam::111122223333:role/a',
                SourceArn: 'arn:aws:sns:eu-west-1:111122223333:t',
              },
            },
          }),
          {
            at: '/Statement/0/Condition/ArnEquals/PrincipalArn',
            message: 'found the condition key `PrincipalArn`, expected the form `prefix:name`',
            help: 'did you mean `aws:PrincipalArn`',
          },
          {
            at: '/Statement/0/Condition/ArnEquals/SourceArn',
            message: 'found the condition key `SourceArn`, expected the form `prefix:name`',
            help: 'did you mean `aws:SourceArn`',
          },
        ),
      ],
      good: [allow({ Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } })],
    };
  },
  *check(context) {
    for (const { facts } of context.conditions) {
      if (/^[^\s:/][^\s:]*:\S/.test(facts.key)) continue;
      const { key } = facts.condition;
      yield {
        pointer: facts.pointer,
        markName: true,
        message: `found the condition key ${quote(key)}, expected the form \`prefix:name\``,
        help: suggestName(context, `aws:${key}`, [
          'aws:SourceIp',
          'aws:PrincipalArn',
          'aws:SourceArn',
          'aws:SourceVpc',
        ]),
      };
    }
  },
};
