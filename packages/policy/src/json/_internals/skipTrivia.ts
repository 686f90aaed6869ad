import { QUOTE } from './codes.ts';
import { codePointName } from '../../text/quote.ts';
import { isWhiteSpace, type Cursor } from './cursor.ts';

const SLASH = 0x2f;
const HASH = 0x23;
const BYTE_ORDER_MARK = 0xfeff;
// What other languages take for white space: JSON does not.
const OTHER_SPACE = /[\v\f\u0085\u00a0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]/;

/** Moves the cursor past white space, and past comments and foreign white space with a complaint. */
export function skipTrivia(cursor: Cursor): void {
  const { text } = cursor;
  for (;;) {
    let code = text.charCodeAt(cursor.pos);
    while (isWhiteSpace(code)) {
      cursor.pos += 1;
      code = text.charCodeAt(cursor.pos);
    }
    if (code === QUOTE || (code > HASH && code !== SLASH && code < 0x80)) return;
    if (!skipComment(cursor) && !skipOtherSpace(cursor)) return;
  }
}

function skipComment(cursor: Cursor): boolean {
  const { text, pos } = cursor;
  const isBlock = text.startsWith('/*', pos);
  if (!isBlock && !text.startsWith('//', pos) && cursor.code !== HASH) return false;
  const close = isBlock ? text.indexOf('*/', pos + 2) : text.indexOf('\n', pos);
  const end = close === -1 ? text.length : isBlock ? close + 2 : close;
  cursor.pos = end;
  cursor.complain({
    start: pos,
    end,
    message:
      isBlock && close === -1
        ? 'found a comment that does not end'
        : 'found a comment, which JSON does not have',
    help: 'remove the comment, or say it in a `Sid`',
  });
  return true;
}

function skipOtherSpace(cursor: Cursor): boolean {
  const { pos, code } = cursor;
  if (!OTHER_SPACE.test(cursor.text.charAt(pos))) return false;
  cursor.pos += 1;
  if (code === BYTE_ORDER_MARK && pos === 0) {
    cursor.complain({
      start: 0,
      end: 1,
      message: 'found a byte order mark before the document',
      help: 'save the file as UTF-8 without byte order mark',
    });
  } else {
    cursor.complain({
      start: pos,
      end: pos + 1,
      message: `found the character ${codePointName(code)}, which is not white space in JSON`,
      help: 'use an ordinary space',
    });
  }
  return true;
}
