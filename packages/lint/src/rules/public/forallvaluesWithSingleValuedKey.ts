import { quote } from '@policywright/policy/text';
import { keyDefinition } from '../../facts/keyDefinition.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';

/** Reports `ForAllValues` on keys with one value. */
export const forallvaluesWithSingleValuedKey: Rule = {
  id: 'forallvalues-with-single-valued-key',
  group: 'public',
  severity: 'warning',
  aliases: {
    accessAnalyzer: 'FORALLVALUES_WITH_SINGLE_VALUED_KEY',
    parliament: 'SINGLE_VALUE_CONDITION_TOO_PERMISSIVE',
  },
  reads: ['Condition'],
  doc: '`ForAllValues` stands on a single-valued key, and so holds for every request without the key (S83, S86)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(
          allow({ Condition: { 'ForAllValues:StringEquals': { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } }),
          {
            at: '/Statement/0/Condition/ForAllValues:StringEquals/aws:PrincipalOrgID',
            message:
              'found `ForAllValues` on the single-valued key `aws:PrincipalOrgID`, which holds for requests without it',
            help: 'write `StringEquals`',
            marks: '"aws:PrincipalOrgID"',
          },
        ),
        finds(
          allow({
            Condition: { 'ForAllValues:StringEqualsIfExists': { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
          }),
          {
            at: '/Statement/0/Condition/ForAllValues:StringEqualsIfExists/aws:PrincipalOrgID',
            message:
              'found `ForAllValues` on the single-valued key `aws:PrincipalOrgID`, which holds for requests without it',
            help: 'write `StringEqualsIfExists`',
          },
        ),
      ],
      good: [
        allow({ Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } }),
        allow({ Condition: { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['team'] } } }),
      ],
    };
  },
  *check({ statements }) {
    for (const facts of statements.flatMap(({ conditions }) => conditions)) {
      const { operator, key } = facts.condition;
      if (operator.qualifier !== 'ForAllValues' || keyDefinition(facts)?.multivalued !== false) continue;
      yield {
        pointer: facts.pointer,
        markName: true,
        message: `found \`ForAllValues\` on the single-valued key ${quote(key)}, which holds for requests without it`,
        help: `write \`${operator.name}${operator.ifExists ? 'IfExists' : ''}\``,
      };
    }
  },
};
