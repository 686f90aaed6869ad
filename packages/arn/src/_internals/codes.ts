/** Any number of any characters. */
export const STAR = -1;
/** One character, whichever. */
export const ANY = -2;
/** Any number of characters other than a colon: a `*` that must stay inside its ARN segment. */
export const SEGMENT_STAR = -3;
/** One character other than a colon. */
export const SEGMENT_ANY = -4;
/** The code unit of `:`. */
export const COLON = 58;
