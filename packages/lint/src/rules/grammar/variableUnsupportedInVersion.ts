import { quote } from '@policywright/policy/text';
import { variableTexts } from '../../facts/variableTexts.ts';
import { findVariables } from '../../facts/variables.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';

/** Reports variables in documents of the 2008 language. */
export const variableUnsupportedInVersion: Rule = {
  id: 'variable-unsupported-in-version',
  group: 'grammar',
  severity: 'error',
  aliases: { accessAnalyzer: 'VARIABLE_UNSUPPORTED_IN_VERSION' },
  reads: ['Version', 'Resource', 'Condition'],
  doc: 'a policy variable stands in a document of the 2008 language, where it is plain text (S3)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(
          { text: allow({ Resource: 'arn:aws:s3:::b/${aws:username}/*' }).text.replace('2012', '2008') },
          {
            at: '/Statement/0/Resource',
            message:
              'found `arn:aws:s3:::b/${aws:username}/*`, where the variable is plain text in the 2008 language',
            help: 'write `"Version": "2012-10-17"`',
            marks: '"arn:aws:s3:::b/${aws:username}/*"',
          },
        ),
        finds(
          {
            text: allow({ Resource: 'arn:aws:s3:::b/${aws:username}/${aws:userid' }).text.replace(
              '2012',
              '2008',
            ),
          },
          { at: '/Statement/0/Resource' },
        ),
      ],
      good: [
        allow({ Resource: 'arn:aws:s3:::b/${aws:username}/*' }),
        {
          text: allow({
            Resource: ['arn:aws:s3:::b/*', 'arn:aws:s3:::b/${aws:username', 'arn:aws:s3:::b/${}'],
          }).text.replace('2012', '2008'),
        },
      ],
    };
  },
  *check(context) {
    if (context.hasVariables) return;
    for (const { text, pointer } of variableTexts(context)) {
      if (!findVariables(text).some(({ closed, inner }) => closed && inner.includes(':'))) continue;
      yield {
        pointer,
        message: `found ${quote(text)}, where the variable is plain text in the 2008 language`,
        help: 'write `"Version": "2012-10-17"`',
      };
    }
  },
};
