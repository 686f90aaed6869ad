import { quote } from '@policywright/policy/text';
import { isAlwaysThere } from '../../facts/keyPresence.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, bucket, deny, finds } from '../_internals/exampleDocuments.ts';

/** Reports `Null` on keys that every request has. */
export const nullAlwaysPresent: Rule = {
  id: 'null-always-present',
  group: 'redundancy',
  severity: 'warning',
  aliases: {},
  reads: ['Condition'],
  doc: '`Null` stands on a key that every request has, so that it always holds or never (S79)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(deny({ Condition: { Null: { 'aws:PrincipalAccount': 'true' } } }), {
          at: '/Statement/0/Condition/Null/aws:PrincipalAccount',
          message: 'found `Null` on `aws:PrincipalAccount`, which every request has, so that it never holds',
          help: 'remove the statement, or test the value of the key',
          marks: '"aws:PrincipalAccount"',
        }),
        finds(allow({ Condition: { Null: { 'aws:PrincipalArn': 'false' } } }), {
          at: '/Statement/0/Condition/Null/aws:PrincipalArn',
          message: 'found `Null` on `aws:PrincipalArn`, which every request has, so that it always holds',
          help: 'remove it, or test the value of the key',
        }),
      ],
      good: [
        deny({ Condition: { Null: { 'aws:MultiFactorAuthAge': 'true' } } }),
        bucket({ Principal: '*', Condition: { Null: { 'aws:PrincipalArn': 'false' } } }),
        deny({ Condition: { 'ForAllValues:Null': { 'aws:SecureTransport': 'true' } } }),
      ],
    };
  },
  *check(context) {
    for (const { facts, statement } of context.conditions) {
      if (!facts.isNullTest || !isAlwaysThere(facts.key, statement, context)) continue;
      yield {
        pointer: facts.pointer,
        markName: true,
        message: `found \`Null\` on ${quote(facts.condition.key)}, which every request has, so that it ${facts.needsKey ? 'always' : 'never'} holds`,
        help: `remove ${facts.needsKey ? 'it' : 'the statement'}, or test the value of the key`,
      };
    }
  },
};
