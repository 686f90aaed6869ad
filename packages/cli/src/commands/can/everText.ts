import type { SettlingStatement, Witness } from '@policywright/analyzer';
import { statementName } from '@policywright/evaluator/wording';
import { markdownCode, markdownText, printable, quote } from '@policywright/policy/text';
import type { Paint, Tone } from '../../terminal/paint.ts';
import { requestText } from '../proof/report/rowText.ts';
import type { ActionNames } from '../proof/report/actionNames.ts';
import type { AnsweredEver } from './everAsked.ts';

/** The answer that counts: a `never` with something open is none. */
export type EverWord = 'yes' | 'never' | 'unknown';

/** The answer in a word. */
export function everWord({ answer: { answer }, reasons }: AnsweredEver): EverWord {
  return answer === 'never' && reasons.length > 0 ? 'unknown' : answer;
}

const TONES: Readonly<Record<EverWord, Tone>> = { yes: 'good', never: 'bad', unknown: 'warning' };

/** The answer for a terminal. */
export function everText(answered: AnsweredEver, names: ActionNames, paint: Paint): string {
  const word = everWord(answered);
  const { action, resource, assumptions } = answered;
  const lines = [
    `${paint(TONES[word], word)}: ${printable(`${action} on ${resource}`)}`,
    ...factsOf(answered, names).map(([name, text]) => printable(`  ${name}: ${text}`)),
    'taken for granted:',
    ...assumptions.map((words) => `  ${printable(words)}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** The same as Markdown. */
export function everMarkdown(answered: AnsweredEver, names: ActionNames): string {
  const { action, resource, assumptions } = answered;
  const facts = factsOf(answered, names).map(([name, text]) => `- ${name}: ${markdownText(text)}`);
  const head = `## ${everWord(answered)}: ${markdownCode(action)} on ${markdownCode(resource)}`;
  return [head, '', ...facts, '', `Taken for granted: ${assumptions.map(markdownText).join('; ')}.`, ''].join(
    '\n',
  );
}

/** The same as data. */
export function everJson(answered: AnsweredEver, names: ActionNames): object {
  const { action, resource, answer, reasons, assumptions } = answered;
  const witness = answer.answer === 'yes' ? names.witness(answer.witness) : undefined;
  return {
    answer: everWord(answered),
    action,
    resource,
    vacuous: answer.answer === 'never' && answer.vacuous,
    request: witness?.request ?? null,
    statements: witness?.statements.map(({ ref, sid }) => ({ ref, sid: sid ?? null })) ?? [],
    scenario: witness?.scenario ?? null,
    reasons,
    assumptions,
    steps: answer.steps,
  };
}

function factsOf(
  { answer, reasons }: AnsweredEver,
  names: ActionNames,
): readonly (readonly [string, string])[] {
  if (reasons.length > 0) return reasons.map((reason) => ['why', reason]);
  if (answer.answer === 'yes') {
    const witness: Witness = names.witness(answer.witness);
    return [
      ['for example', requestText(witness)],
      ...witness.statements.map((statement) => ['allowed by', nameOf(statement)] as const),
    ];
  }
  const isVacuous = answer.answer === 'never' && answer.vacuous;
  return [
    [
      'why',
      isVacuous
        ? 'there is no such request, whatever policies say'
        : 'no request is allowed: this is a proof',
    ],
  ];
}

function nameOf({ ref, sid, policyName }: SettlingStatement): string {
  const name = sid === undefined ? statementName({ statement: ref, sid }) : `statement ${quote(sid)}`;
  return policyName === undefined ? `${name} (${ref})` : `${name} of ${policyName} (${ref})`;
}
