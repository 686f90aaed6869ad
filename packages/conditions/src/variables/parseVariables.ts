/** A piece of a policy text: `text` as written, in which `*` and `?` may be wildcards; the literal character of an escape; or a variable. */
export type TextPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'escape'; readonly text: '*' | '?' | '$' }
  | {
      readonly kind: 'variable';
      /** The context key, as written. */
      readonly key: string;
      /** The text to use when the key is absent (S117). */
      readonly fallback: string | undefined;
    };

/**
 * Splits a policy text at its variables (S113), defaults (S117) and escapes (S122). Only for documents of
 * version 2012-10-17; in others `${` is plain text (S3).
 *
 * @param text - the value of a condition or the text of a resource.
 * @returns the pieces in order, without empty texts. An unterminated `${` is text (S124).
 */
export function parseVariables(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  const scanner: Scanner = { text, noMoreDefaults: false };
  let written = 0;
  let start = text.indexOf('${');
  while (start >= 0) {
    const close = text.indexOf('}', start + 2);
    if (close < 0) break;
    if (start > written) pieces.push({ kind: 'text', text: text.slice(written, start) });
    written = readReference(scanner, { start: start + 2, close }, pieces);
    start = text.indexOf('${', written);
  }
  if (written < text.length) pieces.push({ kind: 'text', text: text.slice(written) });
  return pieces;
}

/** Comma, space, quote (S117). */
const SEPARATOR = ", '";

interface Scanner {
  readonly text: string;
  /** No `'}` follows any more: keeps the search for the ends of defaults linear. */
  noMoreDefaults: boolean;
}

/** Reads what follows `${` and returns where it ends. `close` is the next `}`. */
function readReference(
  scanner: Scanner,
  { start, close }: { readonly start: number; readonly close: number },
  pieces: TextPiece[],
): number {
  const { text } = scanner;
  const first = text[start];
  if (close === start + 1 && (first === '*' || first === '?' || first === '$')) {
    pieces.push({ kind: 'escape', text: first });
    return close + 1;
  }
  const separator = findSeparator(text, start, close);
  if (separator >= 0 && !scanner.noMoreDefaults) {
    const from = separator + SEPARATOR.length;
    const end = text.indexOf("'}", from);
    if (end >= 0) {
      pieces.push({ kind: 'variable', key: text.slice(start, separator), fallback: text.slice(from, end) });
      return end + 2;
    }
    scanner.noMoreDefaults = true;
  }
  // A default that is not well formed stays part of the name, which no key has: the variable is unresolved.
  pieces.push({ kind: 'variable', key: text.slice(start, close), fallback: undefined });
  return close + 1;
}

/** Where the name ends and a default begins, or -1. Looks no further than `close`, to stay linear. */
function findSeparator(text: string, start: number, close: number): number {
  for (let index = start; index < close; index++) {
    if (text.startsWith(SEPARATOR, index)) return index;
  }
  return -1;
}
