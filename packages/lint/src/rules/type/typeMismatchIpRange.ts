import { readAddressRange } from '@policywright/conditions/values';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';
import { checkValues } from '../_internals/checkValues.ts';

/** Reports values of IP operators that are no addresses. */
export const typeMismatchIpRange: Rule = {
  id: 'type-mismatch-ip-range',
  group: 'type',
  severity: 'error',
  aliases: { accessAnalyzer: 'TYPE_MISMATCH_IP_RANGE' },
  reads: ['Condition'],
  doc: 'a value of an IP operator is neither an address nor a CIDR range, so that nothing can be told with it (S105, S107)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/33' } } }), {
          at: '/Statement/0/Condition/IpAddress/aws:SourceIp',
          message:
            'found `203.0.113.0/33` under `IpAddress`, expected an IP address or a range such as `203.0.113.0/24`',
          marks: '"203.0.113.0/33"',
        }),
        finds(allow({ Condition: { NotIpAddress: { 'aws:SourceIp': ['203.0.113.*'] } } }), {
          at: '/Statement/0/Condition/NotIpAddress/aws:SourceIp/0',
        }),
        finds(allow({ Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.010' } } }), {
          at: '/Statement/0/Condition/IpAddress/aws:SourceIp',
        }),
      ],
      good: [
        allow({
          Condition: { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '203.0.113.7', '2001:DB8::/32'] } },
        }),
      ],
    };
  },
  check: (context) =>
    checkValues(context, {
      families: ['Ip'],
      expected: 'an IP address or a range such as `203.0.113.0/24`',
      isValid: ({ text }) => readAddressRange(text) !== undefined,
    }),
};
