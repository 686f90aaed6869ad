import type { JsonNode, JsonString } from '../jsonNode.ts';
import { CLOSE_BRACE, CLOSE_BRACKET, COLON, COMMA, OPEN_BRACE, QUOTE } from './codes.ts';
import type { Cursor, MemberPlace, Mistake, Recovery } from './cursor.ts';
import { readColon } from './readMemberName.ts';
import { readValue } from './readValue.ts';
import { skipTrivia } from './skipTrivia.ts';

/** So many mistakes are stepped over in a text that is being typed: far more than anybody makes. */
const MOST_MISTAKES = 1000;
/** Where reading can go on behind what cannot be read. */
const MAY_GO_ON = /[",[\]{}]/g;
/** What was meant to follow a string that is not closed. */
const FOLLOWS_STRING: ReadonlySet<string> = new Set(',]} \t');

/** Goes on behind every mistake, and notes only where the first one is. */
export class TextRecovery implements Recovery {
  #firstMistake = Number.POSITIVE_INFINITY;
  #mistakes = 0;

  /** The offset of the first mistake, infinite where there is none. */
  get firstMistake(): number {
    return this.#firstMistake;
  }

  note(cursor: Cursor, { start }: Pick<Mistake, 'start'>): void {
    this.#firstMistake = Math.min(this.#firstMistake, start);
    this.#mistakes += 1;
    if (this.#mistakes >= MOST_MISTAKES) cursor.stop();
  }

  /** It ends at the line end, but for the brackets and commas that were meant to follow it. */
  endString(
    cursor: Cursor,
    { start, value }: { readonly start: number; readonly value: string },
  ): JsonString {
    const { text, pos } = cursor;
    const variable = text.lastIndexOf('${', pos);
    // The brace of a variable belongs to the string.
    const close = variable > start ? text.indexOf('}', variable) : start;
    const least = close === -1 ? pos : close + 1;
    let end = pos;
    while (end > least && FOLLOWS_STRING.has(text.charAt(end - 1))) end -= 1;
    cursor.pos = end;
    return { kind: 'string', start, end, value: value.slice(0, value.length - (pos - end)) };
  }

  /** A missing value is a null without extent; a string with a colon behind it is the next name. */
  readMember(cursor: Cursor, first: JsonString, { levels, members }: MemberPlace): boolean {
    let name = first;
    let value = readColon(cursor) ? readValue(cursor, levels) : undefined;
    while (value?.kind === 'string' && isBeforeColon(cursor, value)) {
      this.note(cursor, { start: name.end });
      members.push({ name, value: nothingAt(name.end) });
      name = value;
      value = readColon(cursor) ? readValue(cursor, levels) : undefined;
    }
    members.push({ name, value: value ?? nothingAt(name.end) });
    return !cursor.stopped;
  }

  goesOn(cursor: Cursor): boolean {
    if (cursor.stopped) return false;
    const { code } = cursor;
    return isClose(code) || code === COMMA || code === OPEN_BRACE || skipStray(cursor);
  }

  /** A bracket of the other kind ends what is around, and an object begins no member: the one before it has ended. */
  ends(cursor: Cursor, holds: 'member' | 'value'): boolean {
    return isClose(cursor.code) || (holds === 'member' && cursor.code === OPEN_BRACE);
  }
}

/** Steps over one character and all up to one that may end or begin something; tells whether there is one. */
function skipStray(cursor: Cursor): boolean {
  MAY_GO_ON.lastIndex = cursor.pos + 1;
  cursor.pos = MAY_GO_ON.exec(cursor.text)?.index ?? cursor.text.length;
  return !cursor.atEnd;
}

function isClose(code: number): boolean {
  return code === CLOSE_BRACE || code === CLOSE_BRACKET;
}

function nothingAt(offset: number): JsonNode {
  return { kind: 'null', start: offset, end: offset };
}

function isBeforeColon(cursor: Cursor, value: JsonString): boolean {
  skipTrivia(cursor);
  return cursor.code === COLON && cursor.text.charCodeAt(value.start) === QUOTE;
}
