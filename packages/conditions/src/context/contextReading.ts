/** Two keys of the context differ only in case and have different values (S74). */
export const AMBIGUOUS: unique symbol = Symbol('ambiguous');

/** The key was marked unknown: it may be absent or have any value. */
export const UNKNOWN: unique symbol = Symbol('unknown');

/** The context holds something under the key that is no context value, such as `null` or an object. */
export const UNREADABLE: unique symbol = Symbol('unreadable');

/**
 * What the context says of a key: the text of a single value, the texts of a multivalued key (also of one with
 * one value or none), `undefined` when the key is absent, or why there is no saying.
 */
export type ContextReading =
  | string
  | readonly string[]
  | undefined
  | typeof AMBIGUOUS
  | typeof UNKNOWN
  | typeof UNREADABLE;
