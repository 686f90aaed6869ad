import { quote } from '@policywright/policy/text';
import { keyDefinition } from '../../facts/keyDefinition.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, finds } from '../_internals/exampleDocuments.ts';
import { needsKeyElsewhere } from '../_internals/needsKeyElsewhere.ts';

const keys = { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['team'] } };

/** Reports `ForAllValues` in Allow statements that also take requests without the key. */
export const forallvaluesAllowNoNull: Rule = {
  id: 'forallvalues-allow-no-null',
  group: 'public',
  severity: 'suggestion',
  aliases: {},
  reads: ['Condition'],
  doc: 'an Allow statement has `ForAllValues`, which holds for requests without the key, and nothing that needs the key (S83, S185)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Action: 'ec2:CreateTags', Resource: '*', Condition: keys }), {
          at: '/Statement/0/Condition/ForAllValues:StringEquals/aws:TagKeys',
          message:
            'found `ForAllValues` on `aws:TagKeys` in an Allow statement, which holds for requests without it',
          help: 'add `"Null": { "aws:TagKeys": "false" }` where the key has to be there',
          marks: '"aws:TagKeys"',
        }),
        // Only a tag that the request must have makes a list of keys present, and only that of its tags.
        ...[
          { StringNotEquals: { 'aws:RequestTag/team': 'red' } },
          { StringEquals: { 'aws:ResourceTag/team': 'red' } },
        ].map((other) =>
          finds(allow({ Action: 'ec2:CreateTags', Resource: '*', Condition: { ...keys, ...other } }), {
            at: '/Statement/0/Condition/ForAllValues:StringEquals/aws:TagKeys',
          }),
        ),
        finds(
          allow({
            Action: 'ec2:CreateTags',
            Resource: '*',
            Condition: {
              StringEquals: { 'aws:RequestTag/team': 'red' },
              'ForAllValues:StringEquals': { 'aws:CalledVia': ['cloudformation.amazonaws.com'] },
            },
          }),
          { at: '/Statement/0/Condition/ForAllValues:StringEquals/aws:CalledVia' },
        ),
      ],
      good: [
        allow({
          Action: 'ec2:CreateTags',
          Resource: '*',
          Condition: { ...keys, Null: { 'aws:TagKeys': 'false' } },
        }),
        deny({ Action: 'ec2:CreateTags', Resource: '*', Condition: keys }),
        allow({
          Action: 'ec2:CreateTags',
          Resource: '*',
          Condition: { ...keys, StringEquals: { 'aws:RequestTag/team': 'red' } },
        }),
        // Of these other rules speak.
        allow({
          Action: 'ec2:CreateTags',
          Resource: '*',
          Condition: { StringNotEquals: { 'aws:TagKeys': 'team' } },
        }),
        allow({ Condition: { 'ForAllValues:StringEquals': { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } }),
        allow({
          Action: 'ec2:CreateTags',
          Resource: '*',
          Condition: { 'ForAllValues:Null': { 'aws:TagKeys': 'true' } },
        }),
      ],
    };
  },
  *check({ statements }) {
    for (const statement of statements.filter(({ allows }) => allows)) {
      // A tag that the request must have makes the list of its tag keys present.
      const hasTag = statement.conditions.some(
        (facts) => facts.needsKey && facts.key.startsWith('aws:requesttag/'),
      );
      for (const facts of statement.conditions) {
        const { operator, key } = facts.condition;
        if (operator.qualifier !== 'ForAllValues' || keyDefinition(facts)?.multivalued === false) continue;
        if (facts.family === 'Null') continue;
        if (needsKeyElsewhere(statement, facts.key) || (hasTag && facts.key === 'aws:tagkeys')) continue;
        yield {
          pointer: facts.pointer,
          markName: true,
          message: `found \`ForAllValues\` on ${quote(key)} in an Allow statement, which holds for requests without it`,
          help: `add \`"Null": { "${key}": "false" }\` where the key has to be there`,
        };
      }
    }
  },
};
