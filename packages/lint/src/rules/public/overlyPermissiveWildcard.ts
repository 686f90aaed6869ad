import { quote } from '@policywright/policy/text';
import { catalogActions } from '../../facts/catalogActions.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, bucket, deny, documentOf, finds } from '../_internals/exampleDocuments.ts';

/** Reports whole services on all resources. */
export const overlyPermissiveWildcard: Rule = {
  id: 'overly-permissive-wildcard',
  group: 'public',
  severity: 'info',
  aliases: {},
  reads: ['Action', 'Resource'],
  doc: 'a statement allows every action of a service on every resource without a condition',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Action: ['s3:*'], Resource: '*' }), {
          at: '/Statement/0/Action/0',
          message: 'found `s3:*` on every resource, which is all that the service can do',
          marks: '"s3:*"',
        }),
        finds(bucket({ Principal: { AWS: '111122223333' }, Action: 's3:*', Resource: '*' }), {
          at: '/Statement/0/Action',
        }),
        finds(
          allow({ Action: ['s3-*:*', 'brandnew:*'], Resource: '*' }),
          {
            at: '/Statement/0/Action/0',
          },
          { at: '/Statement/0/Action/1' },
        ),
      ],
      good: [
        allow({ Action: 's3:Get*', Resource: '*' }),
        allow({ Action: 's3:*' }),
        allow({ Action: 'xyz*:*', Resource: '*' }),
        // What only filters grants nothing.
        documentOf('scp', { Effect: 'Allow', Action: 's3:*', Resource: '*' }),
        deny({ Action: 's3:*', Resource: '*' }),
        allow({ NotAction: 's3:*', Resource: '*' }),
        allow({ Action: 's3:*', Resource: '*', Condition: { Bool: { 'aws:SecureTransport': 'true' } } }),
        // Of that another rule speaks.
        allow({ Action: '*', Resource: '*' }),
      ],
    };
  },
  *check(context) {
    if (context.type !== 'identity' && context.type !== 'resource') return;
    for (const { allows, actions, statement, conditions, coversEveryResource } of context.statements) {
      if (!allows || statement.action.negated || !coversEveryResource || conditions.length > 0) continue;
      for (const entry of actions) {
        const { facts, unknown } = entry;
        if (unknown || facts.isEverything || !/^\*+$/.test(facts.name)) continue;
        // The catalog may lack a service that is named, and a pattern that matches none is another mistake.
        if (/[*?]/.test(facts.prefix) && catalogActions(facts).length === 0) continue;
        yield {
          pointer: entry.pointer,
          message: `found ${quote(facts.text)} on every resource, which is all that the service can do`,
        };
      }
    }
  },
};
