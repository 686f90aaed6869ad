/** What may stand between two words of a message: white space, also escaped, and the borders of a quotation. */
export const GAP: string = String.raw`(?:[\s│>]|\\[nrt])`;

/** More than an ARN, a policy's ARN and the words between them take. */
const MOST_AFTER = 16_384;
const MOST_BEFORE = 1_024;
/** How many strings a message may stand in: logs of logs have two or three. */
const MOST_DEPTH = 5;

const ENTITIES: Readonly<Record<string, string>> = { quot: '"', apos: "'", amp: '&', lt: '<', gt: '>' };
const CONTROLS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/**
 * The rest of a message, in one line: up to the end of the paragraph, of the XML element or of the JSON
 * string that it stands in, or to the next such message. Its length is bounded, so that reading it is too.
 *
 * @param text - any.
 * @param start - where the rest begins.
 */
export function restOfMessage(text: string, start: number): string {
  const rest = oneLine(firstParagraph(withLineBreaks(unescapeText(text.slice(start, start + MOST_AFTER)))));
  const next = rest.search(/\bnot +authorized +to\b/i);
  return next < 0 ? rest : rest.slice(0, next);
}

/**
 * What stands before a message's first fixed words, in one line; its length is bounded.
 *
 * @param text - any.
 * @param end - where those words begin.
 */
export function startOfMessage(text: string, end: number): string {
  const start = text.slice(Math.max(0, end - MOST_BEFORE), end);
  return oneLine(
    decodeEntities(start)
      .replace(/\\+(?=["'])/g, '')
      .replace(/\\[nrt]/g, ' '),
  );
}

/**
 * Takes the beginning of a text out of the XML element or the JSON string that it stands in.
 *
 * @param text - begins inside of it.
 * @returns the text without escapes, and up to the end of the element. What follows the string stays.
 */
export function unescapeText(text: string): string {
  const element = text.indexOf('</');
  let plain = decodeEntities(element < 0 ? text : text.slice(0, element));
  const depth = depthOfStrings(plain);
  for (let pass = 0; pass < depth; pass++) plain = unescapeOnce(plain);
  return plain;
}

/** Where the first quotation mark ends the string, its depth is not that of the escapes before it. */
function withLineBreaks(text: string): string {
  let plain = text;
  for (let pass = 0; pass < MOST_DEPTH && /\\[nrt]/.test(plain); pass++) plain = unescapeOnce(plain);
  return plain;
}

/**
 * In how many strings the first quotation mark of a text stands: each string doubles the backslashes before
 * it and adds one.
 */
function depthOfStrings(text: string): number {
  const mark = Math.max(0, text.indexOf('"'));
  let start = mark;
  while (start > 0 && text[start - 1] === '\\') start--;
  return Math.min(MOST_DEPTH, Math.floor(Math.log2(mark - start + 1)));
}

function unescapeOnce(text: string): string {
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|([^u]))/g, (_, code?: string, character = '') =>
    code === undefined ? (CONTROLS[character] ?? character) : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:(quot|apos|amp|lt|gt)|#(x[0-9a-fA-F]{1,5}|\d{1,6}));/g,
    (whole, name?: string, code?: string) =>
      code === undefined
        ? (ENTITIES[name ?? ''] ?? whole)
        : String.fromCodePoint(Number(code.replace('x', '0x'))),
  );
}

function firstParagraph(text: string): string {
  const end = text.search(/\n[^\S\n]*(?:│[^\S\n]*)?\n/);
  return end < 0 ? text : text.slice(0, end);
}

/** Spaces within a line stay as they are, since the name of a resource may hold some. */
function oneLine(text: string): string {
  return text.replace(/[\s│]+(?:> )?/g, (gap) => (/^ +$/.test(gap) ? gap : ' '));
}
