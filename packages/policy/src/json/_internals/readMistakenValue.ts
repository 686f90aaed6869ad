import { quote } from '../../text/quote.ts';
import type { JsonNode, JsonString } from '../jsonNode.ts';
import type { Cursor } from './cursor.ts';
import { readNumber } from './readNumber.ts';

const WORD = /[A-Za-z_$][\w$]*/y;
const NUMBER_START = /[+.][0-9]/y;
/** Quotation marks that editors and other languages write, each with those that close it. */
const OTHER_QUOTES: ReadonlyMap<string, string> = new Map([
  ["'", "'"],
  ['`', '`'],
  ['\u2018', '\u2018\u2019'],
  ['\u2019', '\u2018\u2019'],
  ['\u201c', '\u201c\u201d"'],
  ['\u201d', '\u201c\u201d"'],
  ['\u201e', '\u201c\u201d"'],
  ['\u00ab', '\u00bb'],
]);
const WORD_VALUES: ReadonlyMap<string, string> = new Map([
  ['true', 'true'],
  ['false', 'false'],
  ['null', 'null'],
  ['none', 'null'],
  ['nil', 'null'],
  ['undefined', 'null'],
]);

/** Reports what stands where a value should, and reads it as what was meant where that is plain. */
export function readMistakenValue(cursor: Cursor): JsonNode | undefined {
  const quoted = readOtherQuotes(cursor);
  if (quoted !== undefined) return quoted;
  NUMBER_START.lastIndex = cursor.pos;
  if (NUMBER_START.test(cursor.text)) return readNumber(cursor);
  const word = wordAt(cursor);
  if (word !== undefined) return readWord(cursor, word);
  return cursor.giveUp({
    ...placeOfCharacter(cursor),
    message: `found ${describeHere(cursor)}, expected a value`,
    help: cursor.atEnd ? 'the text seems to be cut off' : undefined,
  });
}

/** Reads a string in quotation marks that JSON does not have, with a complaint. */
export function readOtherQuotes(cursor: Cursor): JsonString | undefined {
  const { text, pos: start } = cursor;
  const open = text.charAt(start);
  const closing = OTHER_QUOTES.get(open);
  if (closing === undefined) return undefined;
  let end = start + 1;
  while (end < text.length && text[end] !== '\n' && !closing.includes(text.charAt(end))) end += 1;
  const place = {
    start,
    end: start + 1,
    message: `found a string in ${nameOfQuote(open)}, expected double quotes`,
  };
  if (end >= text.length || text[end] === '\n') return cursor.giveUp({ ...place, help: 'use `"`' });
  cursor.pos = end + 1;
  cursor.complain({ ...place, end: end + 1, help: 'use `"` on both sides' });
  return { kind: 'string', start, end: end + 1, value: text.slice(start + 1, end) };
}

/** The bare word at the cursor, if there is one. */
export function wordAt(cursor: Cursor): string | undefined {
  WORD.lastIndex = cursor.pos;
  return WORD.exec(cursor.text)?.[0];
}

/** What stands at the cursor, for a message. */
export function describeHere(cursor: Cursor): string {
  if (cursor.atEnd) return 'the end of the text';
  return quote(wordAt(cursor) ?? String.fromCodePoint(cursor.text.codePointAt(cursor.pos) ?? 0));
}

/** The range of the character at the cursor; at the end of the text, where it should have gone on. */
export function placeOfCharacter(cursor: Cursor): { start: number; end: number } {
  if (cursor.atEnd) {
    const end = cursor.endOfLastToken();
    return { start: end, end };
  }
  const length = wordAt(cursor)?.length ?? ((cursor.text.codePointAt(cursor.pos) ?? 0) > 0xffff ? 2 : 1);
  return { start: cursor.pos, end: cursor.pos + length };
}

function readWord(cursor: Cursor, word: string): JsonNode {
  const start = cursor.pos;
  const end = start + word.length;
  cursor.pos = end;
  const meant = WORD_VALUES.get(word.toLowerCase());
  cursor.complain({
    start,
    end,
    message: `found ${quote(word)}, expected a value`,
    help: meant === undefined ? 'put text in double quotes' : `write \`${meant}\``,
  });
  if (meant === undefined) return { kind: 'string', start, end, value: word };
  return meant === 'null'
    ? { kind: 'null', start, end }
    : { kind: 'boolean', start, end, value: meant === 'true' };
}

function nameOfQuote(mark: string): string {
  if (mark === "'") return 'single quotes';
  if (mark === '`') return 'backticks';
  return `typographic quotes (\`${mark}\`)`;
}
