import { quote } from '@policywright/policy/text';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, documentOf, finds, statement } from '../_internals/exampleDocuments.ts';

const keys = { 'ForAnyValue:StringNotEquals': { 'aws:TagKeys': ['team'] } };
const base = { Action: 'ec2:CreateTags', Resource: '*' };

/** Reports `ForAnyValue` with a negation in Deny statements, which lets requests without the key pass. */
export const foranyvalueDenyNoNull: Rule = {
  id: 'foranyvalue-deny-no-null',
  group: 'public',
  severity: 'info',
  aliases: {},
  reads: ['Condition'],
  doc: 'a Deny statement has `ForAnyValue` with a negation, which does not hold for requests without the key (S84)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(deny({ ...base, Condition: keys }), {
          at: '/Statement/0/Condition/ForAnyValue:StringNotEquals/aws:TagKeys',
          message:
            'found `ForAnyValue:StringNotEquals` on `aws:TagKeys` in a Deny statement, which lets requests without the key pass',
          help: 'deny them in a statement with `"Null": { "aws:TagKeys": "true" }`',
          marks: '"aws:TagKeys"',
        }),
      ],
      good: [
        allow({ ...base, Condition: keys }),
        deny({ ...base, Condition: { 'ForAnyValue:StringEquals': { 'aws:TagKeys': ['a'] } } }),
        documentOf(
          'identity',
          statement('Deny', { ...base, Condition: keys }),
          statement('Deny', { ...base, Condition: { Null: { 'aws:TagKeys': 'true' } } }),
        ),
        // It holds for requests without the key.
        deny({ ...base, Condition: { 'ForAllValues:StringNotEquals': { 'aws:TagKeys': ['team'] } } }),
      ],
    };
  },
  *check({ statements }) {
    const denied = statements.filter(({ allows }) => !allows);
    const tests = denied.flatMap(({ conditions }) => conditions);
    const nulls = new Set(tests.filter(({ isNullTest }) => isNullTest).map(({ key }) => key));
    for (const facts of tests) {
      const { operator, key } = facts.condition;
      if (operator.qualifier !== 'ForAnyValue' || !facts.negated || nulls.has(facts.key)) continue;
      yield {
        pointer: facts.pointer,
        markName: true,
        message: `found \`${operator.text}\` on ${quote(key)} in a Deny statement, which lets requests without the key pass`,
        help: `deny them in a statement with \`"Null": { "${key}": "true" }\``,
      };
    }
  },
};
