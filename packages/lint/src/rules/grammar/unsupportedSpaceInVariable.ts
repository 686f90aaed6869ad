import { quote } from '@policywright/policy/text';
import { variableTexts } from '../../facts/variableTexts.ts';
import { findVariables } from '../../facts/variables.ts';
import type { Rule } from '../../model/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';

/** Reports variables with spaces where none may be. */
export const unsupportedSpaceInVariable: Rule = {
  id: 'unsupported-space-in-variable',
  group: 'grammar',
  severity: 'error',
  aliases: { accessAnalyzer: 'UNSUPPORTED_SPACE_IN_VARIABLE' },
  reads: ['Resource', 'Condition'],
  doc: 'a policy variable has a space around its key (S113)',
  examples: {
    bad: [
      finds(allow({ Resource: 'arn:aws:s3:::b/${ aws:username }/*' }), {
        at: '/Statement/0/Resource',
        message: 'found `arn:aws:s3:::b/${ aws:username }/*`, where a variable has spaces around its key',
        marks: '"arn:aws:s3:::b/${ aws:username }/*"',
      }),
    ],
    good: [allow({ Resource: "arn:aws:s3:::b/${aws:PrincipalTag/cost center, 'none'}/*" })],
  },
  *check(context) {
    if (!context.hasVariables) return;
    for (const { text, pointer } of variableTexts(context)) {
      const wrong = findVariables(text).some(({ inner, closed }) => {
        const [key = ''] = inner.split(',', 1);
        return closed && inner.trim() !== '' && (key !== key.trim() || inner !== inner.trimEnd());
      });
      if (wrong)
        yield { pointer, message: `found ${quote(text)}, where a variable has spaces around its key` };
    }
  },
};
