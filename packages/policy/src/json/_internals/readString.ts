import { QUOTE, BACKSLASH } from './codes.ts';
import { codePointName, quote } from '../../text/quote.ts';
import type { JsonString } from '../jsonNode.ts';
import type { Cursor } from './cursor.ts';

const LF = 0x0a;
const CR = 0x0d;
const FIRST_PRINTABLE = 0x20;
/** Characters that stand for themselves, perhaps none: a pattern is quicker than a loop over the codes. */
// oxlint-disable-next-line no-control-regex -- they must be escaped
const PLAIN_RUN = /[^"\\\u0000-\u001f]*/y;
const HEX4 = /^[0-9a-fA-F]{4}$/;

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/** Reads a string; the cursor is at its opening quotation mark. */
export function readString(cursor: Cursor): JsonString | undefined {
  const { text, pos: start } = cursor;
  const pos = endOfPlainRun(text, start + 1);
  if (text.charCodeAt(pos) !== QUOTE) {
    cursor.pos = pos;
    return readRest(cursor, start);
  }
  cursor.pos = pos + 1;
  return { kind: 'string', start, end: pos + 1, value: cursor.slice(start + 1, pos) };
}

/** Goes on with a string from its first escape, control character or the end of the text. */
function readRest(cursor: Cursor, start: number): JsonString | undefined {
  const { text } = cursor;
  let value = text.slice(start + 1, cursor.pos);
  while (!cursor.stopped) {
    const code = cursor.code;
    if (code === QUOTE) {
      cursor.pos += 1;
      return { kind: 'string', start, end: cursor.pos, value };
    }
    if (code === BACKSLASH) {
      value += readEscape(cursor);
    } else if (code >= FIRST_PRINTABLE) {
      const from = cursor.pos;
      cursor.pos = endOfPlainRun(text, from);
      value += text.slice(from, cursor.pos);
    } else if (cursor.atEnd || code === LF || code === CR) {
      giveUpUnterminated(cursor, start);
      return cursor.recovery?.endString(cursor, { start, value });
    } else {
      complainAboutControl(cursor);
      value += text.charAt(cursor.pos);
      cursor.pos += 1;
    }
  }
  return undefined;
}

function endOfPlainRun(text: string, from: number): number {
  PLAIN_RUN.lastIndex = from;
  PLAIN_RUN.test(text);
  return PLAIN_RUN.lastIndex;
}

function readEscape(cursor: Cursor): string {
  const { text, pos: start } = cursor;
  const letter = text.charAt(start + 1);
  const simple = ESCAPES.get(letter);
  if (simple !== undefined) {
    cursor.pos += 2;
    return simple;
  }
  const digits = text.slice(start + 2, start + 6);
  if (letter === 'u' && HEX4.test(digits)) {
    cursor.pos += 6;
    return String.fromCharCode(Number.parseInt(digits, 16));
  }
  cursor.pos += 1;
  if (letter === '') return '';
  const isUnicode = letter === 'u';
  cursor.complain({
    start,
    end: start + 2,
    message: isUnicode
      ? `found ${quote(text.slice(start, start + 6))}, expected \`\\u\` and four hexadecimal digits`
      : `found ${quote(`\\${letter}`)}, expected one of the escapes \\" \\\\ \\/ \\b \\f \\n \\r \\t \\u`,
    help: isUnicode ? undefined : 'write `\\\\` for a backslash',
  });
  return '\\';
}

function complainAboutControl(cursor: Cursor): void {
  const code = cursor.code;
  cursor.complain({
    start: cursor.pos,
    end: cursor.pos + 1,
    message: `found the control character ${codePointName(code)} in a string`,
    help: code === 0x09 ? 'write `\\t`' : `write \`\\u${code.toString(16).padStart(4, '0')}\``,
  });
}

function giveUpUnterminated(cursor: Cursor, start: number): undefined {
  const end = cursor.atEnd ? 'the end of the text' : 'the end of the line';
  return cursor.giveUp({
    start,
    end: cursor.pos,
    message: `found a string that is not closed before ${end}`,
    help: 'close it with `"`; a line end inside a string is written `\\n`',
  });
}
