import { quote } from '@policywright/policy/text';
import { valueEntries } from '../../facts/valueEntries.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { documentOf, endpoint, finds, statement } from '../_internals/exampleDocuments.ts';
import { hasLonelyWildcard } from '../_internals/hasLonelyWildcard.ts';
import { IDENTIFIER_KEYS } from '../_internals/identifierKeys.ts';

/** Reports wildcards with too little text around them in endpoint policies. */
export const endpointShortPattern: Rule = {
  id: 'endpoint-short-pattern',
  group: 'grammar',
  severity: 'warning',
  aliases: {},
  reads: ['Condition'],
  doc: 'a string condition of a VPC endpoint policy has a wildcard with fewer than six characters before and after it (S33)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(endpoint({ Condition: { StringLike: { 'aws:PrincipalTag/team': 'team-*' } } }), {
          at: '/Statement/0/Condition/StringLike/aws:PrincipalTag~1team',
          message: 'found `team-*`, where a wildcard has fewer than six characters before and after it',
          help: 'name the values, or use a longer text before or after each wildcard',
          marks: '"team-*"',
        }),
        finds(
          endpoint({
            Condition: { StringNotLikeIfExists: { 'aws:PrincipalTag/team': ['department-*', '*'] } },
          }),
          {
            at: '/Statement/0/Condition/StringNotLikeIfExists/aws:PrincipalTag~1team/1',
          },
        ),
        finds(endpoint({ Condition: { StringLike: { 'aws:PrincipalTag/team': 'department-*-a?' } } }), {
          at: '/Statement/0/Condition/StringLike/aws:PrincipalTag~1team',
        }),
      ],
      good: [
        endpoint({ Condition: { StringLike: { 'aws:PrincipalTag/team': ['depart*', '*rtment'] } } }),
        endpoint({ Condition: { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-a1b2c3d4e5/*' } } }),
        // Where there are no wildcards, a star is a star.
        endpoint({ Condition: { StringEquals: { 'aws:PrincipalTag/team': '*' } } }),
        endpoint({ Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/a' } } }),
        documentOf('identity', statement('Allow', { Condition: { StringLike: { 'aws:username': 'a*' } } })),
        endpoint({ Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:*' } } }),
        // Of identifiers another rule speaks.
        endpoint({ Condition: { StringLike: { 'aws:SourceVpc': 'vpc-*' } } }),
      ],
    };
  },
  *check(context) {
    if (context.type !== 'vpcEndpoint') return;
    for (const { facts } of context.conditions) {
      if (!facts.condition.operator.name.endsWith('Like') || facts.family !== 'String') continue;
      // Of identifiers another rule speaks.
      if (IDENTIFIER_KEYS.has(facts.key)) continue;
      for (const { text, pointer } of valueEntries(context, facts)) {
        if (!hasLonelyWildcard(text)) continue;
        yield {
          pointer,
          message: `found ${quote(text)}, where a wildcard has fewer than six characters before and after it`,
          help: 'name the values, or use a longer text before or after each wildcard',
        };
      }
    }
  },
};
