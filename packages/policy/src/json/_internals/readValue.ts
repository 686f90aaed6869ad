import { CLOSE_BRACE, CLOSE_BRACKET, OPEN_BRACE, OPEN_BRACKET, QUOTE } from './codes.ts';
import type { JsonArray, JsonMember, JsonNode, JsonObject, JsonString } from '../jsonNode.ts';
import type { Cursor, MemberPlace } from './cursor.ts';
import { readColon, readMemberName } from './readMemberName.ts';
import { readMistakenValue } from './readMistakenValue.ts';
import { readNumber } from './readNumber.ts';
import { giveUpOpen, readSeparator, type Container } from './readSeparator.ts';
import { readString } from './readString.ts';
import { skipTrivia } from './skipTrivia.ts';

const MINUS = 0x2d;
const DIGIT_0 = 0x30;
const DIGIT_9 = 0x39;
const WORD = /[\w$]/;
const LITERALS = ['true', 'false', 'null'] as const;

/**
 * Reads the value at the cursor, which stands at its first character.
 *
 * @param cursor - the place.
 * @param levels - how many more levels of nesting are allowed.
 * @returns the value; `undefined` where there is none (then the mistake is reported).
 */
export function readValue(cursor: Cursor, levels: number): JsonNode | undefined {
  const { code } = cursor;
  if (code === QUOTE) return readString(cursor);
  if (code === OPEN_BRACE || code === OPEN_BRACKET) {
    // Also false for `NaN`, so that a bad limit allows nothing.
    if (!(levels > 0)) return giveUpTooDeep(cursor);
    return code === OPEN_BRACE ? readObject(cursor, levels - 1) : readArray(cursor, levels - 1);
  }
  if (code === MINUS || (code >= DIGIT_0 && code <= DIGIT_9)) return readNumber(cursor);
  return readLiteral(cursor) ?? readMistakenValue(cursor);
}

function readArray(cursor: Cursor, levels: number): JsonArray {
  const start = cursor.pos;
  const items: JsonNode[] = [];
  const container: Container = { start, close: CLOSE_BRACKET, holds: 'value' };
  if (!open(cursor, CLOSE_BRACKET)) return { kind: 'array', start, end: cursor.pos, items };
  do {
    if (cursor.atEnd) {
      giveUpOpen(cursor, container);
      break;
    }
    const item = readValue(cursor, levels);
    if (item !== undefined) items.push(item);
    else if (cursor.recovery?.goesOn(cursor) !== true) break;
  } while (readSeparator(cursor, container));
  return { kind: 'array', start, end: cursor.pos, items: items.slice() };
}

function readObject(cursor: Cursor, levels: number): JsonObject {
  const start = cursor.pos;
  const members: JsonMember[] = [];
  const container: Container = { start, close: CLOSE_BRACE, holds: 'member' };
  if (!open(cursor, CLOSE_BRACE)) return { kind: 'object', start, end: cursor.pos, members };
  do {
    const name = readMemberName(cursor, container);
    const isRead = name && readMember(cursor, name, { levels, members });
    if (!(isRead ?? cursor.recovery?.goesOn(cursor))) break;
  } while (readSeparator(cursor, container));
  return { kind: 'object', start, end: cursor.pos, members: members.slice() };
}

/** Reads what follows a name; tells whether the object goes on. */
function readMember(cursor: Cursor, name: JsonString, place: MemberPlace): boolean {
  if (cursor.recovery !== undefined) return cursor.recovery.readMember(cursor, name, place);
  const value = readColon(cursor) ? readValue(cursor, place.levels) : undefined;
  if (value !== undefined) place.members.push({ name, value });
  return value !== undefined;
}

/** Steps over an opening bracket, and over the closing one where nothing stands between them. */
function open(cursor: Cursor, close: number): boolean {
  cursor.pos += 1;
  skipTrivia(cursor);
  if (cursor.code !== close) return !cursor.stopped;
  cursor.pos += 1;
  return false;
}

function readLiteral(cursor: Cursor): JsonNode | undefined {
  const { text, pos: start } = cursor;
  const word = LITERALS.find((literal) => text.startsWith(literal, start));
  if (word === undefined) return undefined;
  const end = start + word.length;
  if (WORD.test(text.charAt(end))) return undefined;
  cursor.pos = end;
  return word === 'null'
    ? { kind: 'null', start, end }
    : { kind: 'boolean', start, end, value: word === 'true' };
}

function giveUpTooDeep(cursor: Cursor): undefined {
  cursor.complain({
    code: 'json-too-deep',
    start: cursor.pos,
    end: cursor.pos + 1,
    message: 'found values that are nested deeper than the limit',
    help: 'no element of a policy is nested more than six deep',
  });
  cursor.stop();
  return undefined;
}
