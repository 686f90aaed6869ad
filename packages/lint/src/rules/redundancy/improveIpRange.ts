import { readAddressRange } from '@policywright/conditions/values';
import { quote } from '@policywright/policy/text';
import { valueEntries } from '../../facts/valueEntries.ts';
import { replaceValue } from '../../fix/edits.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';
import { baseOf, formatIpv4 } from '../_internals/addressRange.ts';

/** Reports CIDR ranges with bits behind their prefix. */
export const improveIpRange: Rule = {
  id: 'improve-ip-range',
  group: 'redundancy',
  severity: 'suggestion',
  aliases: { accessAnalyzer: 'IMPROVE_IP_RANGE' },
  reads: ['Condition'],
  doc: 'a CIDR range has bits behind its prefix that do not count (S107)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.7/24' } } }), {
          at: '/Statement/0/Condition/IpAddress/aws:SourceIp',
          message: 'found `203.0.113.7/24`, where the bits behind the first 24 do not count',
          help: 'write `203.0.113.0/24`',
          marks: '"203.0.113.7/24"',
          fix: { to: '"203.0.113.0/24"', keepsDecisions: true },
        }),
        finds(allow({ Condition: { NotIpAddress: { 'aws:SourceIp': '2001:db8::1/32' } } }), {
          at: '/Statement/0/Condition/NotIpAddress/aws:SourceIp',
          message: 'found `2001:db8::1/32`, where the bits behind the first 32 do not count',
        }),
        finds(allow({ Condition: { IpAddress: { 'aws:SourceIp': ['203.0.113.7/24', '203.0.113.0/24'] } } }), {
          at: '/Statement/0/Condition/IpAddress/aws:SourceIp/0',
        }),
      ],
      good: [
        allow({
          Condition: { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '203.0.113.7/32', '203.0.113.7'] } },
        }),
        allow({ Condition: { IpAddress: { 'aws:SourceIp': 'office' } } }),
        allow({ Condition: { StringEquals: { 'aws:PrincipalTag/network': '203.0.113.7/24' } } }),
      ],
    };
  },
  *check(context) {
    for (const { facts } of context.conditions) {
      if (facts.family !== 'Ip') continue;
      const values = new Set(facts.values);
      for (const { text, pointer } of valueEntries(context, facts)) {
        const range = readAddressRange(text);
        if (range === undefined || baseOf(range) === range.address) continue;
        const better = range.bits === 32 ? formatIpv4(baseOf(range), range.prefix) : undefined;
        yield {
          pointer,
          message: `found ${quote(text)}, where the bits behind the first ${range.prefix} do not count`,
          help: better && `write \`${better}\``,
          fix:
            better === undefined || values.has(better)
              ? undefined
              : replaceValue(context, pointer, { json: JSON.stringify(better), keepsDecisions: true }),
        };
      }
    }
  },
};
