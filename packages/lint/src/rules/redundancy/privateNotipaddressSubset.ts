import { quote } from '../../engine/quote.ts';
import type { Rule } from '../../model/rule.ts';
import { deny } from '../_internals/exampleDocuments.ts';
import { privateAddresses } from '../_internals/privateAddresses.ts';

/** Reports private addresses among others that are excluded. */
export const privateNotipaddressSubset: Rule = {
  id: 'private-notipaddress-subset',
  group: 'redundancy',
  severity: 'suggestion',
  aliases: { accessAnalyzer: 'PRIVATE_NOTIPADDRESS_SUBSET' },
  reads: ['Condition'],
  doc: 'a value of `NotIpAddress` on `aws:SourceIp` is a private address, which excludes nothing (S108)',
  examples: {
    bad: [deny({ Condition: { NotIpAddress: { 'aws:SourceIp': ['10.0.0.0/8', '203.0.113.0/24'] } } })],
    good: [deny({ Condition: { NotIpAddress: { 'aws:SourceIp': ['203.0.113.0/24'] } } })],
  },
  *check(context) {
    for (const { privates, all } of privateAddresses(context, true)) {
      if (all) continue;
      for (const { text, pointer } of privates) {
        yield {
          pointer,
          message: `found the private address ${quote(text)} for \`aws:SourceIp\``,
          help: 'remove it',
        };
      }
    }
  },
};
