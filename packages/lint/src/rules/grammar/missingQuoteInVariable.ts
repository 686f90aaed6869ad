import { quote } from '@policywright/policy/text';
import { variableTexts } from '../../facts/variableTexts.ts';
import { findVariables } from '../../facts/variables.ts';
import type { Rule } from '../../model/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';

/** Reports defaults of variables that are not in quotes. */
export const missingQuoteInVariable: Rule = {
  id: 'missing-quote-in-variable',
  group: 'grammar',
  severity: 'error',
  aliases: { accessAnalyzer: 'MISSING_QUOTE_IN_VARIABLE' },
  reads: ['Resource', 'Condition'],
  doc: 'the default of a policy variable does not stand in single quotes (S117)',
  examples: {
    bad: [
      finds(allow({ Resource: 'arn:aws:s3:::b/${aws:PrincipalTag/team, none}/*' }), {
        at: '/Statement/0/Resource',
        message:
          'found `arn:aws:s3:::b/${aws:PrincipalTag/team, none}/*`, where the default of a variable is not in single quotes',
        help: "write `${key, 'text'}`",
        marks: '"arn:aws:s3:::b/${aws:PrincipalTag/team, none}/*"',
      }),
      finds(allow({ Resource: "arn:aws:s3:::b/${aws:PrincipalTag/team, 'none}/*" }), {
        at: '/Statement/0/Resource',
      }),
    ],
    good: [allow({ Resource: "arn:aws:s3:::b/${aws:PrincipalTag/team, 'none'}/*" })],
  },
  *check(context) {
    if (!context.hasVariables) return;
    for (const { text, pointer } of variableTexts(context)) {
      const wrong = findVariables(text).some(({ inner, closed }) => {
        const comma = inner.indexOf(',');
        return closed && comma >= 0 && !/^\s*'[^']*'$/.test(inner.slice(comma + 1));
      });
      if (wrong) {
        yield {
          pointer,
          message: `found ${quote(text)}, where the default of a variable is not in single quotes`,
          help: "write `${key, 'text'}`",
        };
      }
    }
  },
};
