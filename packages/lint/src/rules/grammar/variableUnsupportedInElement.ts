import { quote } from '@policywright/policy/text';
import type { LintContext } from '../../facts/lintContext.ts';
import { principalsOf } from '../../facts/principalsOf.ts';
import { findVariables } from '../../facts/variables.ts';
import type { Report, Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, bucket, finds } from '../_internals/exampleDocuments.ts';

/** Reports variables where none are replaced. */
export const variableUnsupportedInElement: Rule = {
  id: 'variable-unsupported-in-element',
  group: 'grammar',
  severity: 'error',
  aliases: { accessAnalyzer: 'VARIABLE_UNSUPPORTED_IN_ELEMENT' },
  reads: ['Sid', 'Action', 'Principal'],
  doc: 'a policy variable stands in an element other than `Resource` and `Condition`, where it is plain text (S115)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Action: 's3:${aws:PrincipalTag/verb}' }), {
          at: '/Statement/0/Action',
          message: 'found `s3:${aws:PrincipalTag/verb}` in `Action`, where variables are plain text',
          marks: '"s3:${aws:PrincipalTag/verb}"',
        }),
        finds(bucket({ Sid: 'Of ${aws:username}', Principal: { AWS: '111122223333' } }), {
          at: '/Statement/0/Sid',
          message: 'found `Of ${aws:username}` in `Sid`, where variables are plain text',
        }),
        finds(bucket({ Principal: { AWS: 'arn:aws:iam::${aws:PrincipalAccount}:root' } }), {
          at: '/Statement/0/Principal/AWS',
          message:
            'found `arn:aws:iam::${aws:PrincipalAccount}:root` in `Principal`, where variables are plain text',
        }),
        finds(
          bucket({ Effect: 'Deny', NotPrincipal: { AWS: 'arn:aws:iam::${aws:PrincipalAccount}:root' } }),
          {
            at: '/Statement/0/NotPrincipal/AWS',
            message:
              'found `arn:aws:iam::${aws:PrincipalAccount}:root` in `NotPrincipal`, where variables are plain text',
          },
        ),
      ],
      good: [
        allow({ Resource: 'arn:aws:s3:::b/${aws:username}/*' }),
        bucket({ Sid: 'Read', Principal: { AWS: '111122223333' } }),
      ],
    };
  },
  *check(context) {
    for (const { text, pointer, element } of placesOf(context)) {
      if (!findVariables(text).some(({ closed }) => closed)) continue;
      yield {
        pointer,
        message: `found ${quote(text)} in \`${element}\`, where variables are plain text`,
      } satisfies Report;
    }
  },
};

function placesOf(
  context: LintContext,
): readonly { readonly text: string; readonly pointer: string; readonly element: string }[] {
  return context.statements.flatMap((statement) => {
    const { sid } = statement.statement;
    return [
      ...(sid === undefined ? [] : [{ text: sid, pointer: `${statement.pointer}/Sid`, element: 'Sid' }]),
      ...statement.actions.map(({ facts, pointer }) => ({
        text: facts.text,
        pointer,
        element: statement.actionName,
      })),
      ...principalsOf(context, statement).map(({ entry, pointer, negated }) => ({
        text: entry.value,
        pointer,
        element: negated ? 'NotPrincipal' : 'Principal',
      })),
    ];
  });
}
