import { CLOSE_BRACE, CLOSE_BRACKET, COLON, COMMA, OPEN_BRACE, OPEN_BRACKET, QUOTE } from './codes.ts';
import type { JsonArray, JsonMember, JsonNode, JsonObject, JsonString } from '../jsonNode.ts';
import type { Cursor } from './cursor.ts';
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
    else if (!goesOn(cursor)) break;
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
    if (name !== undefined) readMember(cursor, name, { levels, members });
    else if (!goesOn(cursor)) break;
    if (cursor.stopped) break;
  } while (readSeparator(cursor, container));
  return { kind: 'object', start, end: cursor.pos, members: members.slice() };
}

/** Where the value of a member belongs. */
interface MemberPlace {
  /** How many more levels of nesting are allowed. */
  readonly levels: number;
  readonly members: JsonMember[];
}

/** Reads what follows a name. A reader that recovers takes a missing value for a null without extent. */
function readMember(cursor: Cursor, name: JsonString, { levels, members }: MemberPlace): void {
  let value = readColon(cursor) ? readValue(cursor, levels) : undefined;
  if (!cursor.recovers) {
    if (value !== undefined) members.push({ name, value });
    return;
  }
  let current = name;
  // A string with a colon behind it is the next name: the value before it is not written yet.
  for (; value?.kind === 'string' && isBeforeColon(cursor, value);) {
    cursor.complain({ ...NO_MESSAGE, start: current.end, end: current.end });
    members.push({ name: current, value: nothingAt(current.end) });
    current = value;
    value = readColon(cursor) ? readValue(cursor, levels) : undefined;
  }
  members.push({ name: current, value: value ?? nothingAt(current.end) });
}

/** A reader that recovers says only where mistakes are. */
const NO_MESSAGE = { message: '' } as const;

function nothingAt(offset: number): JsonNode {
  return { kind: 'null', start: offset, end: offset };
}

function isBeforeColon(cursor: Cursor, value: JsonString): boolean {
  skipTrivia(cursor);
  return cursor.code === COLON && cursor.text.charCodeAt(value.start) === QUOTE;
}

/** Whether a container goes on behind what is no item of it, which is stepped over unless it ends a container. */
function goesOn(cursor: Cursor): boolean {
  if (!cursor.recovers || cursor.stopped) return false;
  const { code } = cursor;
  return (
    code === COMMA ||
    code === CLOSE_BRACKET ||
    code === CLOSE_BRACE ||
    code === OPEN_BRACE ||
    cursor.skipStray()
  );
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
