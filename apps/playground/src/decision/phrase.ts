/** A part of a sentence: words, or code of which the part from `mark` on is what matters. */
export type Piece = string | { readonly code: string; readonly mark?: number };

/** A sentence in parts. */
export type Phrase = readonly Piece[];

/** A sentence as plain text. */
export function textOf(phrase: Phrase): string {
  return phrase.map((piece) => (typeof piece === 'string' ? piece : `\`${piece.code}\``)).join('');
}

const MOST_VALUES = 4;

/** Lists values as `a`, `b` or `c`; of many, only the first. */
export function listed(values: readonly Exclude<Piece, string>[], word: 'or' | 'and'): Phrase {
  const shown = values.slice(0, MOST_VALUES);
  const more = values.length - shown.length;
  const pieces = shown.flatMap((value, index): Piece[] => {
    const isLast = index === shown.length - 1 && more === 0;
    return index === 0 ? [value] : [isLast ? ` ${word} ` : ', ', value];
  });
  return more === 0 ? pieces : [...pieces, ` ${word} ${String(more)} more`];
}

/** A text in which backticks mark code. */
export function withCode(text: string): Phrase {
  return text.split('`').map((part, index) => (index % 2 === 1 ? { code: part } : part));
}
