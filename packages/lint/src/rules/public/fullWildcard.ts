import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, bucket, deny, documentOf, finds } from '../_internals/exampleDocuments.ts';

/** Reports statements that allow everything. */
export const fullWildcard: Rule = {
  id: 'full-wildcard',
  group: 'public',
  severity: 'warning',
  aliases: {},
  reads: ['Action', 'Resource'],
  doc: 'a statement allows every action on every resource without a condition',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Action: '*', Resource: '*' }), {
          at: '/Statement/0/Action',
          message: 'found every action on every resource: this is the access of an administrator',
          help: 'name the actions that are needed',
          marks: '"*"',
        }),
        finds(bucket({ Principal: { AWS: '111122223333' }, Action: ['s3:*', '*'], Resource: '*' }), {
          at: '/Statement/0/Action/1',
        }),
      ],
      good: [
        allow({ Action: 's3:*', Resource: '*' }),
        documentOf('scp', { Effect: 'Allow', Action: '*', Resource: '*' }),
        deny({ Action: '*', Resource: '*' }),
        allow({ Action: '*' }),
        allow({ NotAction: '*', Resource: '*' }),
        allow({ Action: '*', Resource: '*', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }),
      ],
    };
  },
  *check(context) {
    if (context.type !== 'identity' && context.type !== 'resource') return;
    for (const statement of context.statements) {
      const { allows, actions, conditions, coversEveryResource } = statement;
      const entry = statement.statement.action.negated
        ? undefined
        : actions.find(({ facts }) => facts.isEverything);
      if (!allows || entry === undefined || !coversEveryResource || conditions.length > 0) continue;
      yield {
        pointer: entry.pointer,
        message: 'found every action on every resource: this is the access of an administrator',
        help: 'name the actions that are needed',
      };
    }
  },
};
