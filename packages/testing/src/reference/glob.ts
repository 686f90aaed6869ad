/** One place of a pattern: a character that stands for itself, or a wildcard. */
export interface Piece {
  /** One UTF-16 code unit; `*` or `?` where `wild`. */
  readonly text: string;
  readonly wild: boolean;
  /** A `*` that nobody wrote: it stands for a variable whose value the context leaves open (rule S74). */
  readonly open?: boolean;
  /** A wildcard that must stay in its field wherever it stands (rule S52). */
  readonly confined?: boolean;
}

/** A piece that is known to be able, or not, to match a colon. */
export interface PlacedPiece extends Piece {
  readonly crossesColon: boolean;
}

/** The pieces of a pattern in which `*` and `?` are wildcards (rules S48 and S49). */
export function piecesOf(pattern: string): Piece[] {
  return pattern.split('').map((text) => ({ text, wild: text === '*' || text === '?' }));
}

/** The pieces of a text in which nothing is a wildcard. */
export function literalPieces(text: string): Piece[] {
  return text.split('').map((unit) => ({ text: unit, wild: false }));
}

/**
 * Brings every run of wildcards to one form, each `?` first and then one `*` if there was any:
 * `**` means `*`, and `*?` means `?*`.
 */
export function normalizeWildcards(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  let index = 0;
  while (index < pieces.length) {
    const run = wildcardRunAt(pieces, index);
    if (run.length === 0) result.push(pieces[index] as Piece);
    result.push(
      ...run.filter((piece) => piece.text === '?'),
      ...run.filter((piece) => piece.text === '*').slice(0, 1),
    );
    index += Math.max(run.length, 1);
  }
  return result;
}

function wildcardRunAt(pieces: readonly Piece[], start: number): readonly Piece[] {
  let end = start;
  while (pieces[end]?.wild === true) end += 1;
  return pieces.slice(start, end);
}

/** Whether a piece is a colon that stands for itself. */
export function isColon(piece: Piece): boolean {
  return piece.text === ':' && !piece.wild;
}

/** The same pieces, each wildcard free to match anything. */
export function crossingAll(pieces: readonly Piece[]): PlacedPiece[] {
  return pieces.map((piece) => ({ ...piece, crossesColon: true }));
}

/**
 * Whether a pattern matches a whole text (rule S66).
 *
 * Goes through the pattern once and keeps, for each place in the text, whether what was read so far
 * of the pattern can match the text up to there: pattern x text steps, whatever they are.
 */
export function globMatches(pieces: readonly PlacedPiece[], text: string): boolean {
  let reached = Array.from({ length: text.length + 1 }, (_, place) => place === 0);
  for (const piece of pieces) reached = reachedAfter(piece, reached, text);
  return reached[text.length] === true;
}

function reachedAfter(piece: PlacedPiece, reached: readonly boolean[], text: string): boolean[] {
  const after: boolean[] = reached.map(() => false);
  for (let place = 0; place <= text.length; place += 1) {
    const unit = text[place - 1];
    const star = piece.wild && piece.text === '*';
    const takesUnit = unit !== undefined && takes(piece, unit);
    if (star) after[place] = reached[place] === true || (takesUnit && after[place - 1] === true);
    else after[place] = takesUnit && reached[place - 1] === true;
  }
  return after;
}

function takes(piece: PlacedPiece, unit: string): boolean {
  if (!piece.wild) return piece.text === unit;
  return piece.crossesColon || unit !== ':';
}
