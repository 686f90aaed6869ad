import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { deny, finds } from '../_internals/exampleDocuments.ts';
import { privateAddresses } from '../_internals/privateAddresses.ts';

/** Reports conditions that exclude only private addresses. */
export const privateNotipaddress: Rule = {
  id: 'private-notipaddress',
  group: 'redundancy',
  severity: 'error',
  aliases: { accessAnalyzer: 'PRIVATE_NOT_IP_ADDRESS' },
  reads: ['Condition'],
  doc: '`NotIpAddress` on `aws:SourceIp` has only private addresses, and so holds for every request (S108)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(deny({ Condition: { NotIpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } }), {
          at: '/Statement/0/Condition/NotIpAddress/aws:SourceIp',
          message:
            'found only private addresses under `NotIpAddress` for `aws:SourceIp`, so that it always holds',
          help: 'use `aws:VpcSourceIp`',
          marks: '"10.0.0.0/8"',
        }),
      ],
      good: [
        deny({ Condition: { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } }),
        deny({ Condition: { NotIpAddress: { 'aws:SourceIp': ['10.0.0.0/8', '203.0.113.0/24'] } } }),
      ],
    };
  },
  *check(context) {
    for (const { facts, all } of privateAddresses(context, true)) {
      if (!all) continue;
      yield {
        pointer: facts.pointer,
        message:
          'found only private addresses under `NotIpAddress` for `aws:SourceIp`, so that it always holds',
        help: 'use `aws:VpcSourceIp`',
      };
    }
  },
};
