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
 * @param text - The value of a condition or the text of a resource.
 * @returns The pieces in order, without empty texts. An unterminated `${` is text (S124).
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
  let comma = start;
  while (comma < close && text[comma] !== ',') comma++;
  const quote = comma < close ? openingQuote(text, comma) : -1;
  if (quote >= 0 && !scanner.noMoreDefaults) {
    const end = text.indexOf("'}", quote + 1);
    if (end >= 0) {
      pieces.push({ kind: 'variable', key: text.slice(start, comma), fallback: text.slice(quote + 1, end) });
      return end + 2;
    }
    scanner.noMoreDefaults = true;
  }
  // A default that is not well formed stays part of the name, which no key has: the variable is unresolved.
  pieces.push({ kind: 'variable', key: text.slice(start, close), fallback: undefined });
  return close + 1;
}

/** The place of the quote that follows the comma and any spaces, or -1. */
function openingQuote(text: string, comma: number): number {
  let index = comma + 1;
  while (text[index] === ' ') index++;
  return text[index] === "'" ? index : -1;
}
