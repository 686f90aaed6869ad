import { QUOTE, COLON } from './codes.ts';
import type { JsonString } from '../jsonNode.ts';
import type { Cursor } from './cursor.ts';
import { describeHere, placeOfCharacter, readOtherQuotes, wordAt } from './readMistakenValue.ts';
import { giveUpOpen, type Container } from './readSeparator.ts';
import { readString } from './readString.ts';
import { skipTrivia } from './skipTrivia.ts';

const EQUALS = 0x3d;
const VALUE_START = /["'{[\w+\-.\u2018-\u201e]/;

/** Reads a member's name; the cursor is at its first character. */
export function readMemberName(cursor: Cursor, container: Container): JsonString | undefined {
  if (cursor.code === QUOTE) return readString(cursor);
  if (cursor.atEnd) return giveUpOpen(cursor, container);
  const quoted = readOtherQuotes(cursor);
  if (quoted !== undefined || cursor.stopped) return quoted;
  const word = wordAt(cursor);
  if (word === undefined) {
    return cursor.giveUp({
      ...placeOfCharacter(cursor),
      message: `found ${describeHere(cursor)}, expected a member name in double quotes`,
    });
  }
  const message = `found ${describeHere(cursor)}, expected a member name in double quotes`;
  const start = cursor.pos;
  const end = start + word.length;
  cursor.pos = end;
  cursor.complain({ start, end, message, help: 'put the name in double quotes' });
  return { kind: 'string', start, end, value: word };
}

/** Reads the colon after a name and the white space around it; tells whether reading can go on. */
export function readColon(cursor: Cursor): boolean {
  skipTrivia(cursor);
  if (cursor.code === COLON) {
    cursor.pos += 1;
    skipTrivia(cursor);
    return !cursor.stopped;
  }
  const mistake = {
    ...placeOfCharacter(cursor),
    message: `found ${describeHere(cursor)}, expected \`:\` after the member name`,
  };
  const isEquals = cursor.code === EQUALS;
  if (isEquals || VALUE_START.test(cursor.text.charAt(cursor.pos))) {
    if (isEquals) cursor.pos += 1;
    cursor.complain(mistake);
    skipTrivia(cursor);
    return !cursor.stopped;
  }
  cursor.giveUp(mistake);
  return false;
}
