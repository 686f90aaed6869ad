import type { LintContext } from './lintContext.ts';
import { valueEntries } from './valueEntries.ts';

/** A text in which variables are replaced. */
export interface TextPlace {
  readonly text: string;
  readonly pointer: string;
}

/** The resources and the condition values of String and ARN operators: where variables work (rule S114). */
export function variableTexts(context: LintContext): readonly TextPlace[] {
  return context.once(findTexts);
}

function findTexts(context: LintContext): readonly TextPlace[] {
  const resources = context.statements
    .flatMap((statement) => statement.resources)
    .filter(({ facts, unknown }) => !unknown && facts.text.includes('${'))
    .map(({ facts, pointer }) => ({ text: facts.text, pointer }));
  const values = context.conditions
    .filter(({ facts }) => facts.family === 'String' || facts.family === 'Arn')
    .filter(({ facts }) => facts.values.some((text) => text.includes('${')))
    .flatMap(({ facts }) => valueEntries(context, facts).filter(({ text }) => text.includes('${')));
  return [...resources, ...values];
}
