import type { Rule } from '../../model/rule.ts';
import { documentOf } from '../_internals/exampleDocuments.ts';

const statement = { Effect: 'Deny', Principal: '*', Resource: '*' };

/** Reports `*` as an action of a resource control policy. */
export const rcpActionStar: Rule = {
  id: 'rcp-action-star',
  group: 'grammar',
  severity: 'error',
  aliases: {},
  reads: ['Action'],
  doc: 'a resource control policy has `*` alone as an action, which Organizations does not accept (S32)',
  examples: {
    bad: [documentOf('rcp', { ...statement, Action: '*' })],
    good: [documentOf('rcp', { ...statement, Action: 's3:*' })],
  },
  *check(context) {
    if (context.type !== 'rcp') return;
    for (const entry of context.actions) {
      const { facts } = entry;
      if (!facts.isEverything) continue;
      yield {
        pointer: entry.pointer,
        message: 'found `*` as an action of a resource control policy',
        help: 'name the services: `s3:*`',
      };
    }
  },
};
