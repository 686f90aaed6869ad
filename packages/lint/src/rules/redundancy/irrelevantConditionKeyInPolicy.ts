import { quote } from '@policywright/policy/text';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, bucket, endpoint, finds, trust } from '../_internals/exampleDocuments.ts';

const Condition = { StringEquals: { 'aws:ResourceAccount': '111122223333' } };
const Principal = { AWS: '444455556666' };
const OF_RESOURCE: ReadonlySet<string> = new Set([
  'aws:resourceaccount',
  'aws:resourceorgid',
  'aws:resourceorgpaths',
  's3:resourceaccount',
  's3express:resourceaccount',
]);

/** Reports keys about the resource in the policy of that resource. */
export const irrelevantConditionKeyInPolicy: Rule = {
  id: 'irrelevant-condition-key-in-policy',
  group: 'redundancy',
  severity: 'suggestion',
  aliases: { accessAnalyzer: 'IRRELEVANT_CONDITION_KEY_IN_POLICY' },
  reads: ['Condition'],
  doc: 'a policy of a resource has a condition on the owner of the resource, which is always the same',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(bucket({ Principal, Condition }), {
          at: '/Statement/0/Condition/StringEquals/aws:ResourceAccount',
          message: 'found `aws:ResourceAccount` in the policy of a resource, whose owner is known',
          help: 'use it in policies of principals, or in service control policies',
          marks: '"aws:ResourceAccount"',
        }),
        finds(trust({ Principal, Condition }), {
          at: '/Statement/0/Condition/StringEquals/aws:ResourceAccount',
        }),
        ...[
          'aws:ResourceOrgID',
          'aws:ResourceOrgPaths',
          's3:ResourceAccount',
          's3express:ResourceAccount',
        ].map((key) =>
          finds(bucket({ Principal, Condition: { StringNotEquals: { [key]: '111122223333' } } }), {
            at: `/Statement/0/Condition/StringNotEquals/${key}`,
          }),
        ),
      ],
      good: [
        allow({ Condition }),
        endpoint({ Condition }),
        bucket({ Principal, Condition: { StringEquals: { 's3:DataAccessPointAccount': '111122223333' } } }),
      ],
    };
  },
  *check(context) {
    if (context.type !== 'resource' && context.type !== 'trust') return;
    for (const { facts } of context.conditions) {
      if (!OF_RESOURCE.has(facts.key)) continue;
      yield {
        pointer: facts.pointer,
        markName: true,
        message: `found ${quote(facts.condition.key)} in the policy of a resource, whose owner is known`,
        help: 'use it in policies of principals, or in service control policies',
      };
    }
  },
};
