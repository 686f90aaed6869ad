import { COMMA } from './codes.ts';
import { positionAt } from '../../diagnostic/positionAt.ts';
import type { Cursor } from './cursor.ts';
import { describeHere, placeOfCharacter } from './readMistakenValue.ts';
import { skipTrivia } from './skipTrivia.ts';

/** Starts of values; after one of them a comma was forgotten. */
const VALUE_START = /["'{[\w$+\-.\u2018-\u201e]/;

/** The container that is being read. */
export interface Container {
  readonly start: number;
  /** Code of the closing bracket. */
  readonly close: number;
  /** What it holds, for messages. */
  readonly holds: 'member' | 'value';
}

/**
 * Reads what stands between two members or items, or closes the container.
 *
 * @returns whether another member or item follows.
 */
export function readSeparator(cursor: Cursor, container: Container): boolean {
  skipTrivia(cursor);
  // Without this, every open level would look its line up again.
  if (cursor.stopped) return false;
  if (cursor.code === COMMA) return readAfterComma(cursor, container);
  if (cursor.code === container.close) {
    cursor.pos += 1;
    return false;
  }
  const close = String.fromCharCode(container.close);
  const ends = cursor.recovery?.ends(cursor, container.holds) === true;
  if (!ends && !cursor.atEnd && VALUE_START.test(cursor.text.charAt(cursor.pos))) {
    const end = cursor.endOfLastToken();
    cursor.complain({
      start: end,
      end,
      message: `found ${describeHere(cursor)}, expected \`,\` or \`${close}\``,
      help: 'add a comma',
    });
    return !cursor.stopped;
  }
  giveUpOpen(cursor, container);
  return !ends && cursor.recovery?.goesOn(cursor) === true && readSeparator(cursor, container);
}

/** Reports that a container is not closed where the cursor stands. */
export function giveUpOpen(cursor: Cursor, container: Container): undefined {
  // Nobody reads the message, and finding the line would take a walk over the text for each.
  if (cursor.recovery !== undefined) return cursor.giveUp({ ...placeOfCharacter(cursor), message: '' });
  const close = String.fromCharCode(container.close);
  const { line, column } = positionAt(cursor.text, container.start);
  const open = container.holds === 'member' ? '{' : '[';
  return cursor.giveUp({
    ...placeOfCharacter(cursor),
    message: `found ${describeHere(cursor)}, expected \`,\` or \`${close}\``,
    help: `\`${open}\` at line ${line}, column ${column} is not closed`,
  });
}

function readAfterComma(cursor: Cursor, container: Container): boolean {
  const start = cursor.pos;
  cursor.pos += 1;
  skipTrivia(cursor);
  while (cursor.code === COMMA) {
    cursor.complain({
      start: cursor.pos,
      end: cursor.pos + 1,
      message: `found \`,\`, expected a ${container.holds}`,
      help: 'remove one of the commas',
    });
    if (cursor.stopped) return false;
    cursor.pos += 1;
    skipTrivia(cursor);
  }
  if (cursor.code !== container.close) return !cursor.stopped;
  const close = String.fromCharCode(container.close);
  cursor.complain({
    start,
    end: start + 1,
    message: `found a comma before \`${close}\`, expected another ${container.holds}`,
    help: 'remove the trailing comma',
  });
  if (!cursor.stopped) cursor.pos += 1;
  return false;
}
