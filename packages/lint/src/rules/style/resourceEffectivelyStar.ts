import { quote } from '@policywright/policy/text';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';

/** Reports patterns that are `*` in other words. */
export const resourceEffectivelyStar: Rule = {
  id: 'resource-effectively-star',
  group: 'style',
  severity: 'suggestion',
  aliases: { parliament: 'RESOURCE_EFFECTIVELY_STAR' },
  reads: ['Resource'],
  doc: 'a resource pattern is longer than `*` but matches every ARN too',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Resource: ['arn:aws:*:*:*:*'] }), {
          at: '/Statement/0/Resource/0',
          message: 'found `arn:aws:*:*:*:*`, which matches every ARN',
          help: 'write `*`, or name the resources',
          marks: '"arn:aws:*:*:*:*"',
        }),
        finds(allow({ Resource: 'arn:*' }), { at: '/Statement/0/Resource' }),
        finds(allow({ Resource: '**' }), { at: '/Statement/0/Resource' }),
      ],
      good: [allow({ Resource: '*' }), allow({ Resource: 'arn:aws:s3:::*' })],
    };
  },
  *check({ resources }) {
    for (const entry of resources) {
      const { facts } = entry;
      if (facts.text === '*' || !/^(?:\*+|arn:(?:aws:|\*:)?\*[*:]*)$/.test(facts.text)) continue;
      yield {
        pointer: entry.pointer,
        message: `found ${quote(facts.text)}, which matches every ARN`,
        help: 'write `*`, or name the resources',
      };
    }
  },
};
