import { quote } from '@policywright/policy/text';
import { variableTexts } from '../../facts/variableTexts.ts';
import { findVariables } from '../../facts/variables.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';

/** Space at an end, or in front of the first comma. */
const SPACED = /^\s|\s$|^[^,]*\s,/;

/** Reports variables with spaces where none may be. */
export const unsupportedSpaceInVariable: Rule = {
  id: 'unsupported-space-in-variable',
  group: 'grammar',
  severity: 'error',
  aliases: { accessAnalyzer: 'UNSUPPORTED_SPACE_IN_VARIABLE' },
  reads: ['Resource', 'Condition'],
  doc: 'a policy variable has a space around its key (S113)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Resource: 'arn:aws:s3:::b/${ aws:username }/*' }), {
          at: '/Statement/0/Resource',
          message: 'found `arn:aws:s3:::b/${ aws:username }/*`, where a variable has spaces around its key',
          marks: '"arn:aws:s3:::b/${ aws:username }/*"',
        }),
        finds(allow({ Resource: 'arn:aws:s3:::b/${aws:username}/${aws:userid }/*' }), {
          at: '/Statement/0/Resource',
        }),
        finds(allow({ Resource: 'arn:aws:s3:::b/${ aws:username}/*' }), { at: '/Statement/0/Resource' }),
        finds(allow({ Resource: "arn:aws:s3:::b/${aws:PrincipalTag/team , 'none'}/*" }), {
          at: '/Statement/0/Resource',
        }),
        finds(allow({ Resource: "arn:aws:s3:::b/${aws:PrincipalTag/team, 'none' }/*" }), {
          at: '/Statement/0/Resource',
        }),
      ],
      good: [
        allow({ Resource: "arn:aws:s3:::b/${aws:PrincipalTag/cost center, 'none'}/*" }),
        allow({ Resource: "arn:aws:s3:::b/${aws:PrincipalTag/team, 'none , yet'}/*" }),
        // Of variables without a key and without a closing brace other rules speak.
        allow({ Resource: ['arn:aws:s3:::b/${ }', 'arn:aws:s3:::b/${ aws:username'] }),
        { text: allow({ Resource: 'arn:aws:s3:::b/${ aws:username }/*' }).text.replace('2012', '2008') },
      ],
    };
  },
  *check(context) {
    if (!context.hasVariables) return;
    for (const { text, pointer } of variableTexts(context)) {
      const isWrong = findVariables(text).some(
        ({ inner, closed }) => closed && inner.trim() !== '' && SPACED.test(inner),
      );
      if (isWrong)
        yield { pointer, message: `found ${quote(text)}, where a variable has spaces around its key` };
    }
  },
};
