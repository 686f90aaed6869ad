import { quote } from '../../text/quote.ts';
import type { JsonNumber } from '../jsonNode.ts';
import type { Cursor } from './cursor.ts';

const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
/** What somebody who wrote a malformed number meant as one. */
const NUMBER_LIKE = /[-+.\w]+/y;

/** Reads a number, or what looks like one; the cursor is at its first character. */
export function readNumber(cursor: Cursor): JsonNumber {
  const { text, pos: start } = cursor;
  NUMBER_LIKE.lastIndex = start;
  NUMBER_LIKE.test(text);
  const likeEnd = NUMBER_LIKE.lastIndex;
  NUMBER.lastIndex = start;
  const end = NUMBER.test(text) ? NUMBER.lastIndex : start;
  cursor.pos = likeEnd;
  const spelling = text.slice(start, likeEnd);
  if (end !== likeEnd) {
    cursor.complain({
      start,
      end: likeEnd,
      message: `found ${quote(spelling)}, which is not a number in JSON`,
      help: adviceFor(spelling),
    });
  }
  return { kind: 'number', start, end: likeEnd, text: spelling };
}

function adviceFor(spelling: string): string {
  if (spelling.startsWith('+')) return 'leave the `+` out';
  if (/^-?0[0-9]/.test(spelling)) return 'leave the leading zeros out, or put the value in double quotes';
  if (/^-?\./.test(spelling) || /\.(?![0-9])/.test(spelling))
    return 'write digits on both sides of the decimal point';
  return 'put the value in double quotes';
}
