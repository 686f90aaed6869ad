import type { Need } from '@policywright/catalog';

/** Something that a call needs, or may need, and no check stands for, as nobody knows which actions it asks for. */
export interface UnlistedNeed {
  /** What it is, in words. */
  readonly words: string;
  /** `perhaps`: only that it may be needed is known. */
  readonly need: Need;
}
