import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { documentOf, finds } from '../_internals/exampleDocuments.ts';

const statement = { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' };

/** Reports resource control policies that deny a whole service to everybody. */
export const rcpBlanketDeny: Rule = {
  id: 'rcp-blanket-deny',
  group: 'public',
  severity: 'warning',
  aliases: {},
  reads: ['Action', 'Resource', 'Condition'],
  doc: 'a resource control policy denies every action of a service on every resource to everybody, without a condition',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(documentOf('rcp', statement), {
          at: '/Statement/0/Action',
          message: 'found `s3:*` denied to everybody on every resource',
          help: 'add a condition',
          marks: '"s3:*"',
        }),
      ],
      good: [
        documentOf('rcp', { ...statement, Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        documentOf('rcp', { ...statement, Action: 's3:DeleteBucket' }),
        documentOf('rcp', { ...statement, Resource: 'arn:aws:s3:::b/*' }),
        documentOf('rcp', { ...statement, Effect: 'Allow', Action: '*' }),
        documentOf('resource', statement),
      ],
    };
  },
  *check(context) {
    if (context.type !== 'rcp') return;
    for (const { allows, actions, conditions, coversEveryResource } of context.statements) {
      if (allows || conditions.length > 0 || !coversEveryResource) continue;
      for (const entry of actions) {
        const { facts } = entry;
        if (!/^\*+$/.test(facts.name)) continue;
        yield {
          pointer: entry.pointer,
          message: `found \`${facts.text}\` denied to everybody on every resource`,
          help: 'add a condition',
        };
      }
    }
  },
};
