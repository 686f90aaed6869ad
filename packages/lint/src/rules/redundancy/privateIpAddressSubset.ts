import { quote } from '../../engine/quote.ts';
import type { Rule } from '../../model/rule.ts';
import { allow } from '../_internals/exampleDocuments.ts';
import { privateAddresses } from '../_internals/privateAddresses.ts';

/** Reports private addresses among others. */
export const privateIpAddressSubset: Rule = {
  id: 'private-ip-address-subset',
  group: 'redundancy',
  severity: 'suggestion',
  aliases: { accessAnalyzer: 'PRIVATE_IP_ADDRESS_SUBSET' },
  reads: ['Condition'],
  doc: 'a value of `aws:SourceIp` is a private address, which no request comes from (S108)',
  examples: {
    bad: [allow({ Condition: { IpAddress: { 'aws:SourceIp': ['10.0.0.0/8', '203.0.113.0/24'] } } })],
    good: [allow({ Condition: { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24'] } } })],
  },
  *check(context) {
    for (const { privates, all } of privateAddresses(context, false)) {
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
