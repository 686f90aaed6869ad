import type { KeyTable } from '../context/keyTable.ts';
import { parseVariables, type TextPiece } from '../variables/parseVariables.ts';

/** What the tests of text operators are compiled with. */
export interface TextOptions {
  readonly keys: KeyTable;
  /** Whether `${...}` is a variable: only in documents of version 2012-10-17 (S3). */
  readonly variables: boolean;
}

/**
 * Splits a condition value at its variables, if the document has variables.
 *
 * @param value - the value.
 * @param options - whether it has.
 * @returns the pieces.
 */
export function piecesOf(value: string, options: TextOptions): readonly TextPiece[] {
  return options.variables ? parseVariables(value) : [{ kind: 'text', text: value }];
}

/**
 * @param pieces - a text's pieces.
 * @returns the text that they spell when none of them is a variable, else `undefined`.
 */
export function constantText(pieces: readonly TextPiece[]): string | undefined {
  let text = '';
  for (const piece of pieces) {
    if (piece.kind === 'variable') return undefined;
    text += piece.text;
  }
  return text;
}

/**
 * @param pieces - a text's pieces.
 * @returns whether `*` or `?` occurs other than as an escape.
 */
export function hasWildcards(pieces: readonly TextPiece[]): boolean {
  return pieces.some((piece) => piece.kind === 'text' && /[*?]/.test(piece.text));
}
