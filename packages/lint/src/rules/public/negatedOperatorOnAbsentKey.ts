import { findGlobalKey } from '@policywright/catalog';
import { quote } from '@policywright/policy/text';
import { isAlwaysThere } from '../../facts/keyPresence.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, bucket, deny, finds } from '../_internals/exampleDocuments.ts';
import { needsKeyElsewhere } from '../_internals/needsKeyElsewhere.ts';

/** Reports negated operators of Allow statements that hold where the key is absent. */
export const negatedOperatorOnAbsentKey: Rule = {
  id: 'negated-operator-on-absent-key',
  group: 'public',
  severity: 'suggestion',
  aliases: {},
  reads: ['Condition'],
  doc: 'an Allow statement has a negated operator, which holds for requests without the key, on a key that can be absent (S77)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Condition: { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } }), {
          at: '/Statement/0/Condition/NotIpAddress/aws:SourceIp',
          message:
            'found `NotIpAddress` on `aws:SourceIp` in an Allow statement, which holds for requests without the key',
          help: 'add `"Null": { "aws:SourceIp": "false" }`, or use Deny',
          marks: '"aws:SourceIp"',
        }),
        finds(allow({ Condition: { StringNotEquals: { 'aws:PrincipalTag/team': 'red' } } }), {
          at: '/Statement/0/Condition/StringNotEquals/aws:PrincipalTag~1team',
        }),
        finds(
          bucket({
            Principal: '*',
            Condition: { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/a' } },
          }),
          { at: '/Statement/0/Condition/ArnNotLike/aws:PrincipalArn' },
        ),
        finds(allow({ Condition: { NumericNotEquals: { 'aws:MultiFactorAuthAge': '0' } } }), {
          at: '/Statement/0/Condition/NumericNotEquals/aws:MultiFactorAuthAge',
        }),
        // As a variable it is needed only where the operator is not negated.
        finds(
          allow({
            Condition: {
              StringNotEquals: {
                'aws:PrincipalTag/team': 'red',
                'aws:ResourceTag/team': '${aws:PrincipalTag/team}',
              },
            },
          }),
          { at: '/Statement/0/Condition/StringNotEquals/aws:PrincipalTag~1team' },
        ),
      ],
      good: [
        allow({ Condition: { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/a' } } }),
        allow({ Condition: { StringNotLike: { 'aws:userid': 'AROAEXAMPLE:*', 'aws:UserAgent': 'curl/*' } } }),
        bucket({
          Principal: { AWS: '111122223333' },
          Condition: {
            ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/a' },
            StringNotEquals: { 'aws:PrincipalAccount': '444455556666' },
          },
        }),
        allow({ Condition: { StringNotEquals: { 'aws:RequestedRegion': 'us-east-1' } } }),
        allow({
          Condition: {
            StringNotEquals: { 'aws:PrincipalTag/team': 'red' },
            Null: { 'aws:PrincipalTag/team': 'false' },
          },
        }),
        deny({ Condition: { StringNotEquals: { 'aws:PrincipalTag/team': 'red' } } }),
        allow({
          Resource: 'arn:aws:s3:::${aws:PrincipalTag/bucket}/*',
          Condition: { StringNotEquals: { 'aws:PrincipalTag/bucket': '' } },
        }),
        allow({
          Condition: {
            StringNotEquals: { 'aws:PrincipalTag/team': 'red' },
            StringEquals: { 'aws:ResourceTag/team': '${aws:PrincipalTag/team}' },
          },
        }),
        // Most of these are meant so.
        allow({ Condition: { StringNotEquals: { 's3:prefix': 'logs/', 'aws:ResourceTag/team': 'red' } } }),
        allow({ Condition: { StringNotEquals: { 'aws:ResourceAccount': '111122223333' } } }),
        // Of these other rules speak.
        allow({ Condition: { StringEqualsIfExists: { 'aws:PrincipalTag/team': 'red' } } }),
        allow({ Condition: { 'ForAllValues:StringNotEquals': { 'aws:TagKeys': ['team'] } } }),
      ],
    };
  },
  *check(context) {
    for (const statement of context.statements.filter(({ allows }) => allows)) {
      for (const facts of statement.conditions) {
        const { operator, key } = facts.condition;
        if (!facts.negated || operator.qualifier !== undefined || needsKeyElsewhere(statement, facts.key))
          continue;
        // Of keys of services, and of tags of resources, most are meant this way: what is not marked is allowed.
        if (
          findGlobalKey(facts.key) === undefined ||
          isAlwaysThere(facts.key, statement, context) ||
          facts.key === 'aws:resourceaccount' ||
          isVariable(statement, facts.key)
        )
          continue;
        if (/^aws:(?:resource|request)tag\//.test(facts.key)) continue;
        yield {
          pointer: facts.pointer,
          markName: true,
          message: `found \`${operator.text}\` on ${quote(key)} in an Allow statement, which holds for requests without the key`,
          help: `add \`"Null": { "${key}": "false" }\`, or use Deny`,
        };
      }
    }
  },
};

/** Whether the statement also has the key as a variable, without whose value it matches nothing (S119, S120). */
function isVariable({ resources, conditions }: StatementFacts, key: string): boolean {
  const variable = `\${${key}}`;
  const texts = [
    ...resources.map(({ facts }) => facts.text),
    ...conditions.filter(({ negated }) => !negated).flatMap(({ values }) => values),
  ];
  return texts.some((text) => text.toLowerCase().includes(variable));
}
