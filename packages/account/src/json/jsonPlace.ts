import type { Position } from '@policywright/policy';

/** One element of a list of an answer: its text and where it stands. */
export interface ListedElement {
  /** The member that holds the list: `RoleDetailList`. */
  readonly list: string;
  /** JSON pointer in the file. */
  readonly pointer: string;
  readonly text: string;
  readonly start: Position;
}

/** Why a text cannot be taken apart. */
export interface BrokenText {
  readonly message: string;
  readonly at: Position;
}
