import type { Citation } from './citation.ts';

/** What the values of a variable of an ARN format look like: each real name has one of the forms. */
export interface ArnVariableFacts {
  /** The usual form first; an empty one where the value can be missing, as the account of AWS's own documents. */
  readonly forms: readonly ArnVariableForm[];
  readonly source: Citation;
}

/** The parts of a value in order: fixed text, such as `i-`, and runs of characters. */
export type ArnVariableForm = readonly (string | CharacterRun)[];

/** Characters one after another, of which each is one of a set. */
export interface CharacterRun {
  /** Whether `characters` lists all that can be there, or all that cannot. */
  readonly kind: 'only' | 'except';
  /** The characters, each once; with `except`, an empty text stands for no restriction. */
  readonly characters: string;
  /** In UTF-16 code units. */
  readonly minLength: number;
  /** In UTF-16 code units; `undefined` where no limit is known. */
  readonly maxLength: number | undefined;
}
