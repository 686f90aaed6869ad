import { quote } from '@policywright/policy/text';
import type { LintContext } from '../../facts/lintContext.ts';
import { principalsOf } from '../../facts/principalsOf.ts';
import { findVariables } from '../../facts/variables.ts';
import type { Report, Rule } from '../../model/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';

/** Reports variables where none are replaced. */
export const variableUnsupportedInElement: Rule = {
  id: 'variable-unsupported-in-element',
  group: 'grammar',
  severity: 'error',
  aliases: { accessAnalyzer: 'VARIABLE_UNSUPPORTED_IN_ELEMENT' },
  reads: ['Sid', 'Action', 'Principal'],
  doc: 'a policy variable stands in an element other than `Resource` and `Condition`, where it is plain text (S115)',
  examples: {
    bad: [
      finds(allow({ Action: 's3:${aws:PrincipalTag/verb}' }), {
        at: '/Statement/0/Action',
        message: 'found `s3:${aws:PrincipalTag/verb}` in `Action`, where variables are plain text',
        marks: '"s3:${aws:PrincipalTag/verb}"',
      }),
    ],
    good: [allow({ Resource: 'arn:aws:s3:::b/${aws:username}/*' })],
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
  return context.statements.flatMap((statement) => [
    ...(statement.statement.sid?.includes('${') === true
      ? [{ text: statement.statement.sid, pointer: `${statement.pointer}/Sid`, element: 'Sid' }]
      : []),
    ...statement.actions
      .filter(({ facts }) => facts.text.includes('${'))
      .map(({ facts, pointer }) => ({ text: facts.text, pointer, element: statement.actionName })),
    ...principalsOf(context, statement).map(({ entry, pointer }) => ({
      text: entry.value,
      pointer,
      element: 'Principal',
    })),
  ]);
}
