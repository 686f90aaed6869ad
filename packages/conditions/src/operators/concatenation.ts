import { startsWithIgnoreCase } from '../_internals/foldCase.ts';
import type { ContextReader } from '../context/contextReader.ts';
import type { KeyTable } from '../context/keyTable.ts';
import { FALSE, TRUE, UNDECIDED } from '../truth.ts';
import type { TextPiece } from '../variables/parseVariables.ts';
import { resolveVariable, type Variable } from '../variables/variable.ts';
import { literalTokens, type TextTemplate } from './valueDescription.ts';
import type { Verdict } from './valueTest.ts';

/** Text and variables without wildcards, compared piece by piece, so that nothing is put together. */
export class Concatenation {
  /** The variables in order. */
  readonly variables: readonly Variable[];
  readonly #parts: readonly (string | Variable)[];
  readonly #ignoreCase: boolean;

  /**
   * @param pieces - the pieces; `*` and `?` in them are themselves.
   * @param options - where the variables' keys get their slots, and whether case matters.
   */
  constructor(pieces: readonly TextPiece[], options: { keys: KeyTable; ignoreCase: boolean }) {
    this.#parts = pieces.map((piece) =>
      piece.kind === 'variable'
        ? { slot: options.keys.slot(piece.key), key: piece.key, fallback: piece.fallback }
        : piece.text,
    );
    this.variables = this.#parts.filter((part) => typeof part !== 'string');
    this.#ignoreCase = options.ignoreCase;
  }

  /** The parts as a pattern. */
  get template(): TextTemplate {
    const parts = this.#parts.map((part) => (typeof part === 'string' ? literalTokens(part) : part));
    return { parts, ignoreCase: this.#ignoreCase, dialect: 'glob' };
  }

  /**
   * Compares a request value.
   *
   * @param text - the value.
   * @param reader - gives the variables their values.
   * @returns whether it is equal; false when a variable is unresolved (S120).
   */
  test(text: string, reader: ContextReader): Verdict {
    let at = 0;
    let decided = true;
    for (let index = 0; index < this.#parts.length; index++) {
      const part = this.#parts[index] ?? '';
      const piece = typeof part === 'string' ? part : resolveVariable(part, reader);
      if (piece === undefined) return FALSE;
      if (typeof piece !== 'string') {
        decided = false;
      } else if (decided) {
        if (!this.#holds(text, piece, at)) return FALSE;
        at += piece.length;
      }
    }
    if (!decided) return UNDECIDED;
    return at === text.length ? TRUE : FALSE;
  }

  /**
   * @param reader - gives the variables their values.
   * @returns whether a variable has no value, so that nothing is equal (S120).
   */
  isUnresolved(reader: ContextReader): boolean {
    for (let index = 0; index < this.variables.length; index++) {
      const variable = this.variables[index];
      if (variable !== undefined && resolveVariable(variable, reader) === undefined) return true;
    }
    return false;
  }

  #holds(text: string, piece: string, at: number): boolean {
    return this.#ignoreCase ? startsWithIgnoreCase(text, piece, at) : text.startsWith(piece, at);
  }
}
