import { remove } from '../../fix/edits.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';

/** Reports empty Sids. */
export const emptySidValue: Rule = {
  id: 'empty-sid-value',
  group: 'redundancy',
  severity: 'suggestion',
  aliases: { accessAnalyzer: 'EMPTY_SID_VALUE' },
  reads: ['Sid'],
  doc: 'a `Sid` is empty and can go',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Sid: '' }), {
          at: '/Statement/0/Sid',
          message: 'found an empty `Sid`',
          help: 'remove it',
          marks: '""',
          fix: { to: '', keepsDecisions: true },
        }),
      ],
      good: [allow({ Sid: 'Read' }), allow({})],
    };
  },
  *check(context) {
    for (const { statement, pointer } of context.statements) {
      if (statement.sid !== '') continue;
      const at = `${pointer}/Sid`;
      yield {
        pointer: at,
        message: 'found an empty `Sid`',
        help: 'remove it',
        fix: remove(context, at, true),
      };
    }
  },
};
