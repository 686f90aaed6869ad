import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, bucket, deny, documentOf, finds } from '../_internals/exampleDocuments.ts';

/** Reports `*` as an action beside resources that are not everything. */
export const bareWildcardAction: Rule = {
  id: 'bare-wildcard-action',
  group: 'public',
  severity: 'suggestion',
  aliases: {},
  reads: ['Action'],
  doc: 'a statement allows every action on certain resources, those that change their policies included',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Action: '*' }), {
          at: '/Statement/0/Action',
          message: 'found `*` as an action, which is every action of every service',
          marks: '"*"',
        }),
        finds(bucket({ Principal: { AWS: '111122223333' }, Action: ['s3:*', '*'] }), {
          at: '/Statement/0/Action/1',
        }),
      ],
      good: [
        allow({ Action: 's3:*' }),
        allow({ Action: '*', Resource: '*' }),
        deny({ Action: '*' }),
        allow({ NotAction: '*' }),
        // What only filters grants nothing.
        documentOf('scp', { Effect: 'Allow', Action: '*', Resource: 'arn:aws:s3:::b/*' }),
      ],
    };
  },
  *check(context) {
    if (context.type !== 'identity' && context.type !== 'resource') return;
    for (const { allows, actions, statement, coversEveryResource } of context.statements) {
      if (!allows || statement.action.negated || coversEveryResource) continue;
      for (const entry of actions) {
        const { facts } = entry;
        if (facts.isEverything)
          yield {
            pointer: entry.pointer,
            message: 'found `*` as an action, which is every action of every service',
          };
      }
    }
  },
};
