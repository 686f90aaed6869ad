import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { deny, finds } from '../_internals/exampleDocuments.ts';
import { checkPrivateSubset } from '../_internals/checkPrivateSubset.ts';

/** Reports private addresses among others that are excluded. */
export const privateNotipaddressSubset: Rule = {
  id: 'private-notipaddress-subset',
  group: 'redundancy',
  severity: 'suggestion',
  aliases: { accessAnalyzer: 'PRIVATE_NOT_IP_ADDRESS_SUBSET' },
  reads: ['Condition'],
  doc: 'a value of `NotIpAddress` on `aws:SourceIp` is a private address, which excludes nothing (S108)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(deny({ Condition: { NotIpAddress: { 'aws:SourceIp': ['10.0.0.0/8', '203.0.113.0/24'] } } }), {
          at: '/Statement/0/Condition/NotIpAddress/aws:SourceIp/0',
          message: 'found the private address `10.0.0.0/8` for `aws:SourceIp`',
          help: 'remove it',
          marks: '"10.0.0.0/8"',
        }),
      ],
      good: [deny({ Condition: { NotIpAddress: { 'aws:SourceIp': ['203.0.113.0/24'] } } })],
    };
  },
  check: (context) => checkPrivateSubset(context, true),
};
