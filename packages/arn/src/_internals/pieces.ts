import { STAR } from './codes.ts';
import { textOf } from './textOf.ts';

/**
 * Takes a run of codes apart that consists of literals and plain stars alone.
 *
 * @param codes - a program in normal form.
 * @param first - where the run begins, with a star.
 * @param last - where it ends, after a star.
 * @returns the literals between its stars; none when the run has other wildcards, or one star only.
 */
export function piecesOf(codes: Int32Array, first: number, last: number): readonly string[] {
  if (codes[first] !== STAR) return [];
  const pieces: string[] = [];
  let start = first + 1;
  for (let at = start; at < last; at++) {
    const code = codes[at] ?? 0;
    if (code >= 0) continue;
    if (code !== STAR) return [];
    pieces.push(textOf(codes, start, at));
    start = at + 1;
  }
  // Codes behind the last star would be part of the literal tail, which is compared on its own.
  return start === last ? pieces : [];
}

/**
 * Finds texts one after the other. Each is taken where it first occurs, which leaves the most room for those
 * behind it, so that no other place needs to be tried.
 *
 * @param text - where to look.
 * @param pieces - the texts.
 * @param start - where the first may begin, in UTF-16 units.
 * @returns where the last one ends, or -1.
 */
export function endOfPieces(text: string, pieces: readonly string[], start: number): number {
  let at = start;
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index] ?? '';
    at = text.indexOf(piece, at);
    if (at < 0) return -1;
    at += piece.length;
  }
  return at;
}
