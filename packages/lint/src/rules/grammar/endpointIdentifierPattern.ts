import { quote } from '@policywright/policy/text';
import { valueEntries } from '../../facts/valueEntries.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { documentOf, endpoint, finds, statement } from '../_internals/exampleDocuments.ts';
import { IDENTIFIER_KEYS } from '../_internals/identifierKeys.ts';

/** Reports wildcards and numeric operators on identifiers in endpoint policies. */
export const endpointIdentifierPattern: Rule = {
  id: 'endpoint-identifier-pattern',
  group: 'grammar',
  severity: 'warning',
  aliases: {},
  reads: ['Condition'],
  doc: 'a VPC endpoint policy has a wildcard or a numeric operator on an identifier that AWS makes, which such policies do not take (S33)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(
          endpoint({ Condition: { StringLike: { 'aws:PrincipalAccount': ['111122223333', '1111*'] } } }),
          {
            at: '/Statement/0/Condition/StringLike/aws:PrincipalAccount/1',
            message: 'found `1111*` for `aws:PrincipalAccount`, on which endpoint policies take no wildcard',
            help: 'write the whole identifier',
            marks: '"1111*"',
          },
        ),
        finds(endpoint({ Condition: { NumericEquals: { 'aws:SourceAccount': '111122223333' } } }), {
          at: '/Statement/0/Condition/NumericEquals/aws:SourceAccount',
          message: 'found `NumericEquals` on `aws:SourceAccount`, which endpoint policies do not take',
          help: 'compare it with `StringEquals`',
          marks: '"aws:SourceAccount"',
        }),
        finds(endpoint({ Condition: { StringNotLike: { 'aws:SourceVpc': 'vpc-1a2b3c4?' } } }), {
          at: '/Statement/0/Condition/StringNotLike/aws:SourceVpc',
        }),
      ],
      good: [
        endpoint({ Condition: { StringEquals: { 'aws:PrincipalAccount': '111122223333' } } }),
        endpoint({ Condition: { StringLike: { 'aws:PrincipalTag/team': 'department-*' } } }),
        endpoint({ Condition: { NumericLessThan: { 's3:max-keys': '10' } } }),
        documentOf(
          'identity',
          statement('Allow', { Condition: { StringLike: { 'aws:SourceVpc': 'vpc-*' } } }),
        ),
      ],
    };
  },
  *check(context) {
    if (context.type !== 'vpcEndpoint') return;
    for (const { facts } of context.conditions) {
      const { key, operator } = facts.condition;
      if (!IDENTIFIER_KEYS.has(facts.key)) continue;
      if (facts.family === 'Numeric') {
        yield {
          pointer: facts.pointer,
          markName: true,
          message: `found ${quote(operator.text)} on ${quote(key)}, which endpoint policies do not take`,
          help: 'compare it with `StringEquals`',
        };
      }
      for (const { text, pointer } of valueEntries(context, facts)) {
        if (!/[*?]/.test(text)) continue;
        yield {
          pointer,
          message: `found ${quote(text)} for ${quote(key)}, on which endpoint policies take no wildcard`,
          help: 'write the whole identifier',
        };
      }
    }
  },
};
