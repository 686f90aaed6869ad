/**
 * A pattern as numbers: UTF-16 code units for literal characters, `STAR` and `ANY` for wildcards.
 *
 * Tokens, unlike text, can hold a literal `*` or `?` (code units 42 and 63), as `${*}` and substituted policy
 * variables need (S122, S123). No STAR follows a STAR; else wildcards stand in the order of the pattern, which
 * matters in the first five segments of an ARN (S51).
 */
export type GlobTokens = Int32Array;
