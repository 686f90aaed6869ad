import {
  CLOSE_LIST,
  CLOSE_OBJECT,
  codesOf,
  COLON,
  COMMA,
  NINE,
  OPEN_LIST,
  OPEN_OBJECT,
  QUOTE,
  standsAt,
  ZERO,
} from './jsonCodes.ts';

const BACKSLASH = 92;
const MINUS = 45;
const LITERALS = ['true', 'false', 'null'].map(codesOf);
/** What may stand behind a backslash, `u` apart. */
const ESCAPED: ReadonlySet<number> = new Set(codesOf('"\\/bfnrt'));
const LETTER_U = 117;
/** 1 for what stands in strings for itself. */
const PLAIN = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte < 32 || byte === QUOTE || byte === BACKSLASH ? 0 : 1,
);
/** Deeper than this nothing is looked at. */
const MOST_DEPTH = 200;

/** What functions here answer where the text is no JSON, or deeper than anybody nests it. */
export const NO_JSON = -1;

/**
 * Where the next character is that is no space.
 *
 * @param bytes - of a text in UTF-8.
 * @param at - where to begin.
 */
export function skipSpace(bytes: Uint8Array, at: number): number {
  let byte = bytes[at];
  while (byte === 32 || byte === 10 || byte === 13 || byte === 9) byte = bytes[++at];
  return at;
}

/**
 * Where a string ends: behind its closing quote.
 *
 * @param bytes - of a text in UTF-8.
 * @param from - behind its opening quote.
 * @returns {@link NO_JSON} where it is none.
 */
export function skipString(bytes: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    while (PLAIN[bytes[at] ?? 0] === 1) at++;
    const byte = bytes[at++];
    if (byte === QUOTE) return at;
    // The end of the text, or a character that has to be escaped.
    if (byte !== BACKSLASH) return NO_JSON;
    const escaped = bytes[at++] ?? 0;
    if (escaped === LETTER_U) {
      for (const end = at + 4; at < end; at++) if (!isHexDigit(bytes[at] ?? 0)) return NO_JSON;
    } else if (!ESCAPED.has(escaped)) return NO_JSON;
  }
}

/**
 * Where a string ends that is written without escapes.
 *
 * @param bytes - of a text in UTF-8.
 * @param from - behind its opening quote.
 * @returns {@link NO_JSON} where it is none.
 */
export function skipPlainString(bytes: Uint8Array, from: number): number {
  let at = from;
  while (PLAIN[bytes[at] ?? 0] === 1) at++;
  return bytes[at] === QUOTE ? at + 1 : NO_JSON;
}

/**
 * Where a value ends, which is JSON throughout.
 *
 * @param bytes - of a text in UTF-8.
 * @param at - its first character.
 * @param depth - in how many others it is.
 * @returns {@link NO_JSON} where it is none.
 */
export function skipValue(bytes: Uint8Array, at: number, depth = 0): number {
  const first = bytes[at];
  if (first === QUOTE) return skipString(bytes, at + 1);
  if (first === OPEN_OBJECT) return skipObject(bytes, at + 1, depth + 1);
  if (first === OPEN_LIST) return skipList(bytes, at + 1, depth + 1);
  if (first === MINUS || isDigit(first)) return skipNumber(bytes, at);
  for (const word of LITERALS)
    if (word[0] === first) return standsAt(bytes, at, word) ? at + word.length : NO_JSON;
  return NO_JSON;
}

/** Behind the opening bracket. */
function skipObject(bytes: Uint8Array, from: number, depth: number): number {
  if (depth > MOST_DEPTH) return NO_JSON;
  let at = skipSpace(bytes, from);
  if (bytes[at] === CLOSE_OBJECT) return at + 1;
  for (;;) {
    if (bytes[at] !== QUOTE) return NO_JSON;
    at = skipString(bytes, at + 1);
    if (at === NO_JSON) return NO_JSON;
    at = skipSpace(bytes, at);
    if (bytes[at] !== COLON) return NO_JSON;
    at = skipValue(bytes, skipSpace(bytes, at + 1), depth);
    if (at === NO_JSON) return NO_JSON;
    at = skipSpace(bytes, at);
    if (bytes[at] === CLOSE_OBJECT) return at + 1;
    if (bytes[at] !== COMMA) return NO_JSON;
    at = skipSpace(bytes, at + 1);
  }
}

/** Behind the opening bracket. */
function skipList(bytes: Uint8Array, from: number, depth: number): number {
  if (depth > MOST_DEPTH) return NO_JSON;
  let at = skipSpace(bytes, from);
  if (bytes[at] === CLOSE_LIST) return at + 1;
  for (;;) {
    at = skipValue(bytes, at, depth);
    if (at === NO_JSON) return NO_JSON;
    at = skipSpace(bytes, at);
    if (bytes[at] === CLOSE_LIST) return at + 1;
    if (bytes[at] !== COMMA) return NO_JSON;
    at = skipSpace(bytes, at + 1);
  }
}

function skipNumber(bytes: Uint8Array, from: number): number {
  let at = bytes[from] === MINUS ? from + 1 : from;
  if (bytes[at] === ZERO) at++;
  else if ((at = skipDigits(bytes, at)) === NO_JSON) return NO_JSON;
  if (bytes[at] === 46 && (at = skipDigits(bytes, at + 1)) === NO_JSON) return NO_JSON;
  if (bytes[at] !== 101 && bytes[at] !== 69) return at;
  at++;
  return skipDigits(bytes, bytes[at] === 43 || bytes[at] === MINUS ? at + 1 : at);
}

/** At least one. */
function skipDigits(bytes: Uint8Array, from: number): number {
  let at = from;
  while (isDigit(bytes[at])) at++;
  return at === from ? NO_JSON : at;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= ZERO && byte <= NINE;
}

function isHexDigit(byte: number): boolean {
  return isDigit(byte) || (byte >= 97 && byte <= 102) || (byte >= 65 && byte <= 70);
}
