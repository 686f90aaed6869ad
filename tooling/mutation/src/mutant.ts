/** The kinds of fault that are put in. */
export type MutationOperator =
  | 'condition'
  | 'boundary'
  | 'equality'
  | 'logical'
  | 'arithmetic'
  | 'boolean'
  | 'string'
  | 'number'
  | 'statement'
  | 'return'
  | 'array'
  | 'method';

/** One fault: a part of a file, and what stands there instead. */
export interface Mutant {
  /** Path from the root of the repository, with `/`. */
  readonly file: string;
  /** Offsets of the part that is replaced. */
  readonly start: number;
  readonly end: number;
  /** Line of `start`, from 1. */
  readonly line: number;
  readonly operator: MutationOperator;
  /** What stood there, on one line. */
  readonly original: string;
  /** What stands there now. */
  readonly replacement: string;
}

/**
 * A mutant's name among those of its file: what is changed into what, in which line.
 *
 * @param mutant - the fault
 * @param source - the text of its file
 * @returns the text of the line and the change, which stay the same where lines above come and go
 */
export function nameOf(mutant: Mutant, source: string): { readonly line: string; readonly change: string } {
  const from = source.lastIndexOf('\n', mutant.start - 1) + 1;
  const to = source.indexOf('\n', mutant.start);
  return {
    line: source.slice(from, to < 0 ? undefined : to).trim(),
    change: `${mutant.original} → ${mutant.replacement === '' ? 'nothing' : mutant.replacement}`,
  };
}

/**
 * The file with the fault in it.
 *
 * @param source - the text of the mutant's file
 * @param mutant - the fault
 * @returns the text that the tests are to see
 */
export function withMutant(source: string, mutant: Mutant): string {
  return source.slice(0, mutant.start) + mutant.replacement + source.slice(mutant.end);
}
