import type { Action } from '@policywright/catalog';
import { quoteAll } from '@policywright/policy/text';
import { catalogActions, expandedActions } from '../../facts/catalogActions.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, documentOf, finds, statement } from '../_internals/exampleDocuments.ts';

/** Reports `*` as the resource of actions none of which needs it. */
export const resourceStar: Rule = {
  id: 'resource-star',
  group: 'style',
  severity: 'info',
  aliases: { parliament: 'RESOURCE_STAR' },
  reads: ['Action', 'Resource'],
  doc: 'a statement allows actions on `*` none of which needs it, and no condition narrows them (S47)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Action: ['s3:GetObject', 's3:PutObject'], Resource: '*' }), {
          at: '/Statement/0/Resource',
          message: 'found `*` as the resource of `s3:GetObject`, `s3:PutObject`, none of which needs it',
          marks: '"*"',
        }),
        finds(allow({ Action: 'sqs:SendMessage', Resource: '*' }), { at: '/Statement/0/Resource' }),
      ],
      good: [
        allow({ Action: ['s3:ListAllMyBuckets', 's3:GetObject'], Resource: '*' }),
        allow({ Action: 'ec2:Describe*', Resource: '*' }),
        allow({ Action: 'cloudwatch:PutMetricData', Resource: '*' }),
        allow({ Action: ['s3:GetObject', 'sns:NoSuchAction'], Resource: '*' }),
        allow({
          Action: 's3:GetObject',
          Resource: '*',
          Condition: { StringEquals: { 'aws:ResourceTag/a': 'b' } },
        }),
        deny({ Action: 's3:GetObject', Resource: '*' }),
        allow({ Action: 's3:GetObject' }),
        allow({ NotAction: 's3:GetObject', Resource: '*' }),
        allow({ Action: 's3:GetObject', NotResource: '*' }),
        allow({ Action: [], Resource: '*' }),
        documentOf('boundary', statement('Allow', { Action: 's3:GetObject', Resource: '*' })),
      ],
    };
  },
  *check(context) {
    if (context.type !== 'identity') return;
    for (const statement of context.statements) {
      const { allows, resources, conditions } = statement;
      const star = resources.find(({ facts }) => facts.isEverything);
      if (!allows || star === undefined || statement.statement.resource?.negated === true) continue;
      if (statement.statement.action.negated || conditions.length > 0 || needsStar(statement)) continue;
      const names = statement.actions.map(({ facts }) => facts.text);
      if (names.length === 0) continue;
      yield {
        pointer: star.pointer,
        message: `found \`*\` as the resource of ${quoteAll(names)}, none of which needs it`,
      };
    }
  },
};

/** Whether requests for an action of the statement can be for `*`, or the action is not known. */
function needsStar({ actions }: StatementFacts): boolean {
  return actions.some(
    ({ facts, unknown }) =>
      unknown || expandedActions(facts).length === 0 || catalogActions(facts).some(canBeForStar),
  );
}

/** A call that names no resource of a lone optional type is for `*`; of several, a call names one. */
function canBeForStar({ resourceTypes: [type, ...others] }: Action): boolean {
  return type === undefined || (others.length === 0 && !type.required);
}
