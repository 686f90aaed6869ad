import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';
import { checkPrivateSubset } from '../_internals/checkPrivateSubset.ts';

/** Reports private addresses among others. */
export const privateIpAddressSubset: Rule = {
  id: 'private-ip-address-subset',
  group: 'redundancy',
  severity: 'suggestion',
  aliases: { accessAnalyzer: 'PRIVATE_IP_ADDRESS_SUBSET' },
  reads: ['Condition'],
  doc: 'a value of `aws:SourceIp` is a private address, which no request comes from (S108)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Condition: { IpAddress: { 'aws:SourceIp': ['10.0.0.0/8', '203.0.113.0/24'] } } }), {
          at: '/Statement/0/Condition/IpAddress/aws:SourceIp/0',
          message: 'found the private address `10.0.0.0/8` for `aws:SourceIp`',
          help: 'remove it',
          marks: '"10.0.0.0/8"',
        }),
      ],
      good: [allow({ Condition: { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24'] } } })],
    };
  },
  check: (context) => checkPrivateSubset(context, false),
};
