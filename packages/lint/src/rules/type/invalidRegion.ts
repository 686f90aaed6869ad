import { compileGlob } from '@policywright/arn';
import { suggestName } from '../../facts/suggestions.ts';
import { regions } from '../../data/regions.ts';
import { quote } from '@policywright/policy/text';
import { valueEntries } from '../../facts/valueEntries.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';

/** Reports values of `aws:RequestedRegion` that are no Region. */
export const invalidRegion: Rule = {
  id: 'invalid-region',
  group: 'type',
  severity: 'error',
  aliases: { accessAnalyzer: 'INVALID_REGION' },
  reads: ['Condition'],
  doc: 'a value of `aws:RequestedRegion` is no Region, or a pattern that no Region matches',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Condition: { StringEquals: { 'aws:RequestedRegion': 'eu-west1' } } }), {
          at: '/Statement/0/Condition/StringEquals/aws:RequestedRegion',
          message: 'found `eu-west1`, which is no Region',
          help: 'did you mean `eu-west-1`',
          marks: '"eu-west1"',
        }),
        finds(allow({ Condition: { StringLike: { 'aws:RequestedRegion': 'eu_*' } } }), {
          at: '/Statement/0/Condition/StringLike/aws:RequestedRegion',
          message: 'found `eu_*`, which is no Region',
        }),
        finds(
          allow({ Condition: { StringEquals: { 'aws:RequestedRegion': ['eu-*', 'EU-WEST-1'] } } }),
          {
            at: '/Statement/0/Condition/StringEquals/aws:RequestedRegion/0',
          },
          {
            at: '/Statement/0/Condition/StringEquals/aws:RequestedRegion/1',
            message: 'found `EU-WEST-1`, which is no Region',
            help: 'did you mean `eu-west-1`',
          },
        ),
      ],
      good: [
        allow({
          Condition: { StringEquals: { 'aws:RequestedRegion': ['eu-west-1', '${aws:PrincipalTag/r}'] } },
        }),
        allow({ Condition: { StringLike: { 'aws:RequestedRegion': 'eu-*' } } }),
        allow({ Condition: { StringEqualsIgnoreCase: { 'aws:RequestedRegion': 'EU-West-1' } } }),
        // Where services without Regions are called.
        allow({ Condition: { StringEquals: { 'aws:RequestedRegion': 'aws-global' } } }),
        allow({ Condition: { Null: { 'aws:RequestedRegion': 'false' } } }),
        allow({ Condition: { StringEquals: { 'aws:PrincipalTag/region': 'europe' } } }),
      ],
    };
  },
  *check(context) {
    for (const { facts } of context.conditions) {
      if (facts.key !== 'aws:requestedregion' || facts.family !== 'String') continue;
      const { name } = facts.condition.operator;
      for (const { text, pointer } of valueEntries(context, facts)) {
        if (text.includes('${') || text === 'aws-global' || isRegion(text, name)) continue;
        yield {
          pointer,
          message: `found ${quote(text)}, which is no Region`,
          help: suggestName(context, text, regions()),
        };
      }
    }
  },
};

function isRegion(text: string, operator: string): boolean {
  if (!operator.endsWith('Like')) {
    const wanted = operator.endsWith('IgnoreCase') ? text.toLowerCase() : text;
    return regions().includes(wanted);
  }
  const matcher = compileGlob(text);
  return regions().some((region) => matcher.matches(region));
}
