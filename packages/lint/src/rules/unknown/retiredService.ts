import { isRetiredPrefix } from '../../data/retiredServices.ts';
import { quote } from '@policywright/policy/text';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';

/** Reports actions of services that are no more. */
export const retiredService: Rule = {
  id: 'retired-service',
  group: 'unknown',
  severity: 'info',
  aliases: {},
  reads: ['Action'],
  doc: 'an action is of a service that AWS has closed or renamed, so that no request matches it any more',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Action: 'deeplens:*', Resource: '*' }), {
          at: '/Statement/0/Action',
          message: 'found `deeplens:*`, of a service that is no more',
          help: 'remove it',
          marks: '"deeplens:*"',
        }),
      ],
      // Of the service that came after it the prefix is another one.
      good: [allow({}), allow({ Action: 'macie2:GetMember', Resource: '*' })],
    };
  },
  *check(context) {
    for (const entry of context.actions) {
      const { facts } = entry;
      if (!isRetiredPrefix(facts.prefix)) continue;
      yield {
        pointer: entry.pointer,
        message: `found ${quote(facts.text)}, of a service that is no more`,
        help: 'remove it',
      };
    }
  },
};
