import { quote } from '@policywright/policy/text';
import { variableTexts } from '../../facts/variableTexts.ts';
import { findVariables } from '../../facts/variables.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';

/** Reports variables without a closing brace. */
export const missingBraceInVariable: Rule = {
  id: 'missing-brace-in-variable',
  group: 'grammar',
  severity: 'error',
  aliases: { accessAnalyzer: 'MISSING_BRACE_IN_VARIABLE' },
  reads: ['Resource', 'Condition'],
  doc: 'a policy variable has no closing brace, and so is plain text (S124)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Resource: 'arn:aws:s3:::b/${aws:username/*' }), {
          at: '/Statement/0/Resource',
          message: 'found `arn:aws:s3:::b/${aws:username/*`, where a variable has no closing brace',
          help: 'close it with `}`',
          marks: '"arn:aws:s3:::b/${aws:username/*"',
        }),
        finds(allow({ Resource: 'arn:aws:s3:::b/${aws:username}/${aws:userid' }), {
          at: '/Statement/0/Resource',
        }),
      ],
      good: [
        allow({ Resource: 'arn:aws:s3:::b/${aws:username}/*' }),
        { text: allow({ Resource: 'arn:aws:s3:::b/${aws:username' }).text.replace('2012', '2008') },
      ],
    };
  },
  *check(context) {
    if (!context.hasVariables) return;
    for (const { text, pointer } of variableTexts(context)) {
      if (findVariables(text).every(({ closed }) => closed)) continue;
      yield {
        pointer,
        message: `found ${quote(text)}, where a variable has no closing brace`,
        help: 'close it with `}`',
      };
    }
  },
};
