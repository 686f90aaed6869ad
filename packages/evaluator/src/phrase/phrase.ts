/** Text of a policy or a request, letter for letter; what matters of it begins at `mark`. */
export interface CodePiece {
  readonly code: string;
  /** Offset in UTF-16 units; left out where all of it matters. */
  readonly mark?: number;
}

/** A statement that a sentence speaks of: a link for a page, its name and place for a text. */
export interface StatementPiece {
  /** JSON pointer in the policy set. */
  readonly statement: string;
  readonly sid: string | undefined;
}

/** A part of a sentence: words of ours, text of others, or a statement. */
export type Piece = string | CodePiece | StatementPiece;

/** A sentence in parts, so that each surface can write foreign text as its own kind of text. */
export type Phrase = readonly Piece[];
