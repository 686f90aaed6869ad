import { quote } from '@policywright/policy/text';
import { variableTexts } from '../../facts/variableTexts.ts';
import { findVariables } from '../../facts/variables.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';

/** Reports variables without a key. */
export const emptyVariable: Rule = {
  id: 'empty-variable',
  group: 'redundancy',
  severity: 'error',
  aliases: { accessAnalyzer: 'EMPTY_VARIABLE' },
  reads: ['Resource', 'Condition'],
  doc: 'a policy variable has no key (S113)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Resource: 'arn:aws:s3:::b/${}/*' }), {
          at: '/Statement/0/Resource',
          message: 'found `arn:aws:s3:::b/${}/*`, where a variable is empty',
          marks: '"arn:aws:s3:::b/${}/*"',
        }),
      ],
      good: [
        allow({ Resource: 'arn:aws:s3:::b/${*}/*' }),
        allow({ Resource: 'arn:aws:s3:::b/${aws:username}/*' }),
        // Without a closing brace it is no variable, which another rule says.
        allow({ Resource: 'arn:aws:s3:::b/${' }),
        { text: allow({ Resource: 'arn:aws:s3:::b/${}/*' }).text.replace('2012', '2008') },
      ],
    };
  },
  *check(context) {
    if (!context.hasVariables) return;
    for (const { text, pointer } of variableTexts(context)) {
      if (!findVariables(text).some(({ inner, closed }) => closed && inner.trim() === '')) continue;
      yield { pointer, message: `found ${quote(text)}, where a variable is empty` };
    }
  },
};
