import type { Phrase, Piece } from './phrase.ts';

const MOST = 4;

/**
 * Lists things as "`a`, `b` or `c`"; of many, only the first: "`a`, `b`, `c`, `d` or 12 more".
 *
 * @param pieces - what is listed.
 * @param word - between the last two.
 */
export function listed(pieces: readonly Piece[], word: 'or' | 'and'): Phrase {
  const shown = pieces.slice(0, MOST);
  const more = pieces.length - shown.length;
  const phrase = shown.flatMap((piece, index): Piece[] => {
    const isLast = index === shown.length - 1 && more === 0;
    return index === 0 ? [piece] : [isLast ? ` ${word} ` : ', ', piece];
  });
  return more === 0 ? phrase : [...phrase, ` ${word} ${more} more`];
}

/** Values as pieces, to be {@link listed}. */
export function codes(values: readonly string[]): readonly Piece[] {
  return values.map((code) => ({ code }));
}
