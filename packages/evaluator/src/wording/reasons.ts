import type { TruthWord } from '@policywright/conditions';
import { partsOf } from '../explanation/doubts.ts';
import type { Doubt, StatementReport } from '../explanation/explanation.ts';
import type { Phrase } from '../phrase/phrase.ts';
import { conditionPhrase } from './conditionPhrase.ts';
import { elementPhrase } from './elementPhrase.ts';

/** How one element or condition of a statement fared, where it stands, and why. */
export interface Reason {
  readonly result: TruthWord;
  /** Name of the element, or the operator as written. */
  readonly label: string;
  /** JSON pointer in the policy set, such as `/identity/0/Statement/1/Condition/Bool/aws:SecureTransport`. */
  readonly ref: string;
  /** What the policy has beside what the request has; it goes on after the label. */
  readonly phrase: Phrase;
}

/**
 * Every element and condition of a statement in words, in the order in which people read them.
 *
 * @param statement - of an explanation.
 */
export function reasonsOf(statement: StatementReport): readonly Reason[] {
  const reasons = partsOf(statement).map((part) => reasonOf(statement, part));
  return statement.misplaced ? [{ ...MISPLACED, ref: statement.ref }, ...reasons] : reasons;
}

const MISPLACED: Omit<Reason, 'ref'> = {
  result: 'false',
  label: 'Statement',
  phrase: [' lacks an element that its kind of policy needs, or has one that it must not have'],
};

function reasonOf({ ref }: StatementReport, part: Doubt['about']): Reason {
  if ('element' in part) {
    const { element, result } = part;
    return { result, label: element, ref: `${ref}/${element}`, phrase: [' ', ...elementPhrase(part)] };
  }
  const { operator, result, pointer } = part;
  // INVARIANT: statements are numbered, so that nothing before the name of the block can contain it.
  const place = ref + pointer.slice(pointer.indexOf('/Condition'));
  return { result, label: operator, ref: place, phrase: [': ', ...conditionPhrase(part)] };
}
