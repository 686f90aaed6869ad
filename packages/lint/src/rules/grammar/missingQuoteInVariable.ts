import { quote } from '@policywright/policy/text';
import { variableTexts } from '../../facts/variableTexts.ts';
import { findVariables } from '../../facts/variables.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';

/** What stands behind the first comma is not one text in single quotes. */
const UNQUOTED = /^[^,]*,(?!\s*'[^']*'$)/;

/** Reports defaults of variables that are not in quotes. */
export const missingQuoteInVariable: Rule = {
  id: 'missing-quote-in-variable',
  group: 'grammar',
  severity: 'error',
  aliases: { accessAnalyzer: 'MISSING_QUOTE_IN_VARIABLE' },
  reads: ['Resource', 'Condition'],
  doc: 'the default of a policy variable does not stand in single quotes (S117)',
  get examples(): RuleExamples {
    return {
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
        finds(allow({ Resource: 'arn:aws:s3:::b/${aws:username}/${aws:PrincipalTag/team, none}/*' }), {
          at: '/Statement/0/Resource',
        }),
        finds(allow({ Resource: "arn:aws:s3:::b/${aws:PrincipalTag/team, 'a', b}/*" }), {
          at: '/Statement/0/Resource',
        }),
      ],
      good: [
        allow({ Resource: "arn:aws:s3:::b/${aws:PrincipalTag/team, 'none'}/*" }),
        allow({ Resource: 'arn:aws:s3:::b/${aws:username}/*' }),
        // Without a closing brace it is no variable, which another rule says.
        allow({ Resource: 'arn:aws:s3:::b/${aws:PrincipalTag/team, none' }),
        {
          text: allow({ Resource: 'arn:aws:s3:::b/${aws:PrincipalTag/team, none}/*' }).text.replace(
            '2012',
            '2008',
          ),
        },
      ],
    };
  },
  *check(context) {
    if (!context.hasVariables) return;
    for (const { text, pointer } of variableTexts(context)) {
      if (!findVariables(text).some(({ inner, closed }) => closed && UNQUOTED.test(inner))) continue;
      yield {
        pointer,
        message: `found ${quote(text)}, where the default of a variable is not in single quotes`,
        help: "write `${key, 'text'}`",
      };
    }
  },
};
