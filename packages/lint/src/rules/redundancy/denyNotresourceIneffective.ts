import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { deny, finds } from '../_internals/exampleDocuments.ts';

/** Reports statements whose `NotResource` or `NotAction` leaves nothing. */
export const denyNotresourceIneffective: Rule = {
  id: 'deny-notresource-ineffective',
  group: 'redundancy',
  severity: 'warning',
  aliases: {},
  reads: ['Action', 'Resource'],
  doc: 'a statement has `*` under `NotResource` or `NotAction`, and so matches nothing (S56, S67)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(deny({ NotResource: ['arn:aws:s3:::b', '*'] }), {
          at: '/Statement/0/NotResource/1',
          message: 'found `*` in a negated element, so that the statement matches nothing',
          marks: '"*"',
        }),
        finds(deny({ NotAction: '*' }), { at: '/Statement/0/NotAction' }),
      ],
      good: [deny({ NotResource: 'arn:aws:s3:::*' }), deny({ Action: '*', Resource: '*' })],
    };
  },
  *check({ statements }) {
    for (const { resources, actions, statement } of statements) {
      const negated = [
        ...(statement.resource?.negated === true ? resources : []),
        ...(statement.action.negated ? actions : []),
      ];
      for (const entry of negated) {
        if (!entry.facts.isEverything) continue;
        yield {
          pointer: entry.pointer,
          message: 'found `*` in a negated element, so that the statement matches nothing',
        };
      }
    }
  },
};
