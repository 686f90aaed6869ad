import { quote } from '@policywright/policy/text';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { deny, finds } from '../_internals/exampleDocuments.ts';

/** Reports characters that no action has. */
export const actionCharset: Rule = {
  id: 'action-charset',
  group: 'grammar',
  severity: 'error',
  aliases: {},
  reads: ['Action'],
  doc: 'the name of an action has a character that no name of an action has',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(deny({ Action: 's3:Get.Object' }), {
          at: '/Statement/0/Action',
          message: 'found `s3:Get.Object` with the character `.`, which no action has',
          marks: '"s3:Get.Object"',
        }),
      ],
      good: [
        deny({ Action: ['s3:Get?bject', 's3:*'] }),
        // Of texts without a service and of variables other rules speak.
        deny({ Action: ['Get.Object', 's3:${aws:PrincipalTag/verb}'] }),
      ],
    };
  },
  *check({ actions }) {
    for (const entry of actions) {
      const { facts } = entry;
      const odd = /[^A-Za-z0-9_*?\s:-]/.exec(facts.name)?.[0];
      if (odd === undefined || facts.prefix === '' || facts.text.includes('${')) continue;
      yield {
        pointer: entry.pointer,
        message: `found ${quote(facts.text)} with the character ${quote(odd)}, which no action has`,
      };
    }
  },
};
