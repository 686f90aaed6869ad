import type { TruthWord } from '@policywright/conditions';
import type { LayerReport, StatementReport } from '../explanation/explanation.ts';
import type { Phrase } from '../phrase/phrase.ts';
import type { Advice } from '../wording/advice.ts';
import { reasonsOf, type Reason } from '../wording/reasons.ts';

/** How a format writes a sentence. */
export type Write = (phrase: Phrase) => string;

/** What each verdict of a layer is called. */
export const VERDICT_WORDS: Readonly<Record<LayerReport['verdict'], string>> = {
  absent: 'not present',
  notApplicable: 'does not apply to this request',
  allows: 'allows',
  denies: 'denies',
  silent: 'silent (no statement allows)',
};

/** Says of a decision that it is not certain. */
export const UNDECIDED = '? undecided: the answer hangs on something that cannot be told';

/** Marks that need no colour. */
const SIGNS: Readonly<Record<TruthWord, string>> = { true: '✓', false: '✗', undecided: '?' };

/**
 * A statement in words: its title, and its elements and conditions, each marked as holding or not.
 *
 * @returns one line each, not indented.
 */
export function statementLines(
  statement: StatementReport,
  write: Write,
): readonly [title: string, ...details: string[]] {
  const { effect, applies, sid, ref, policyName } = statement;
  const title = sid === undefined ? ref : `"${sid}" ${ref}`;
  const name = write([policyName === undefined ? title : `${title} in ${policyName}`]);
  return [
    `${signOf(applies)} ${effect} ${name}${applies ? '' : ': does not apply'}`,
    ...reasonsOf(statement).map((reason) => `${SIGNS[reason.result]} ${reasonLine(reason, write)}`),
  ];
}

/**
 * What would have to change, in words.
 *
 * @returns sentences, and between them the reasons that the first tells of.
 */
export function adviceLines(
  { intro, reasons, also }: Advice,
  write: Write,
): readonly { readonly isReason: boolean; readonly line: string }[] {
  return [
    { isReason: false, line: write(intro) },
    ...reasons.map((reason) => ({ isReason: true, line: reasonLine(reason, write) })),
    ...(also.length === 0 ? [] : [{ isReason: false, line: write(also) }]),
  ];
}

function reasonLine({ label, phrase }: Reason, write: Write): string {
  return write([label, ...phrase]);
}

/** A mark that needs no colour. */
export function signOf(good: boolean): string {
  return SIGNS[good ? 'true' : 'false'];
}
