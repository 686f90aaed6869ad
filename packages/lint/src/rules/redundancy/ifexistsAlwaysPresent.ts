import { findGlobalKey } from '@policywright/catalog';
import { quote } from '@policywright/policy/text';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';

/** Reports `IfExists` on keys that every request has. */
export const ifexistsAlwaysPresent: Rule = {
  id: 'ifexists-always-present',
  group: 'redundancy',
  severity: 'suggestion',
  aliases: {},
  reads: ['Condition'],
  doc: '`IfExists` stands on a key that every request has, where it says nothing (S78)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Condition: { BoolIfExists: { 'aws:SecureTransport': 'true' } } }), {
          at: '/Statement/0/Condition/BoolIfExists/aws:SecureTransport',
          message: 'found `BoolIfExists` on `aws:SecureTransport`, which every request has',
          help: 'write `Bool`',
          marks: '"aws:SecureTransport"',
        }),
        finds(allow({ Condition: { StringEqualsIfExists: { 'aws:PrincipalAccount': '111122223333' } } }), {
          at: '/Statement/0/Condition/StringEqualsIfExists/aws:PrincipalAccount',
        }),
      ],
      good: [
        allow({ Condition: { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } }),
        allow({ Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' } } }),
        allow({ Condition: { Bool: { 'aws:SecureTransport': 'true' } } }),
      ],
    };
  },
  *check({ statements }) {
    for (const facts of statements.flatMap(({ conditions }) => conditions)) {
      const { operator, key } = facts.condition;
      if (!operator.ifExists || findGlobalKey(facts.key)?.always !== true) continue;
      yield {
        pointer: facts.pointer,
        markName: true,
        message: `found \`${operator.text}\` on ${quote(key)}, which every request has`,
        help: `write \`${operator.text.replace(/IfExists$/i, '')}\``,
      };
    }
  },
};
