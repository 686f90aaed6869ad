/** The condition does not hold. */
export const FALSE = 0;

/** The condition holds. */
export const TRUE = 1;

/**
 * What is known does not tell whether the condition holds: a key is unknown, ambiguous (S74) or unreadable, or
 * the operator does not exist (S23). An Allow must then not apply, and a Deny must.
 */
export const UNDECIDED = 2;

/** The three-valued result of a condition: {@link FALSE}, {@link TRUE} or {@link UNDECIDED}. */
export type Truth = typeof FALSE | typeof TRUE | typeof UNDECIDED;

/** A truth as people and programs above the engine read it. */
export type TruthWord = 'false' | 'true' | 'undecided';

// INVARIANT: in the order of the numbers of `Truth`.
const WORDS = ['false', 'true', 'undecided'] as const satisfies readonly TruthWord[];

/**
 * The word for a truth of the engine.
 *
 * @param truth - 0, 1 or 2.
 */
export function truthWord(truth: Truth): TruthWord {
  return WORDS[truth];
}
