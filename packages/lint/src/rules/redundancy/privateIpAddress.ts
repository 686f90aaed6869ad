import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';
import { privateAddresses } from '../_internals/privateAddresses.ts';

/** Reports conditions that only private addresses would meet. */
export const privateIpAddress: Rule = {
  id: 'private-ip-address',
  group: 'redundancy',
  severity: 'error',
  aliases: { accessAnalyzer: 'PRIVATE_IP_ADDRESS' },
  reads: ['Condition'],
  doc: 'all values of `aws:SourceIp` are private addresses, which no request comes from (S108)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Condition: { IpAddress: { 'aws:SourceIp': ['10.0.0.0/8', 'fd00::/8'] } } }), {
          at: '/Statement/0/Condition/IpAddress/aws:SourceIp',
          message:
            'found only private addresses for `aws:SourceIp`, which has the public address of the caller',
          help: 'use `aws:VpcSourceIp` with `aws:SourceVpc`',
          marks: '["10.0.0.0/8","fd00::/8"]',
        }),
      ],
      good: [
        allow({
          Condition: { IpAddress: { 'aws:VpcSourceIp': '10.0.0.0/8', 'aws:SourceIp': '203.0.113.0/24' } },
        }),
        allow({ Condition: { IpAddress: { 'aws:SourceIp': ['10.0.0.0/8', '203.0.113.0/24'] } } }),
      ],
    };
  },
  *check(context) {
    for (const { facts, all } of privateAddresses(context, false)) {
      if (!all) continue;
      yield {
        pointer: facts.pointer,
        message:
          'found only private addresses for `aws:SourceIp`, which has the public address of the caller',
        help: 'use `aws:VpcSourceIp` with `aws:SourceVpc`',
      };
    }
  },
};
