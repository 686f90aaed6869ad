/**
 * Replaces comments and final commas by spaces, for files of ours that may have both, so that everything else stays
 * where it is. What JSON does not have besides is left for its parser to find. Policies can have neither.
 *
 * @param text - JSON with comments, or anything else.
 */
export function blankComments(text: string): string {
  let result = '';
  let copied = 0;
  const blank = (start: number, end: number): void => {
    result += text.slice(copied, start) + text.slice(start, end).replace(/[^\n\r]/g, ' ');
    copied = end;
  };
  for (let pos = 0; pos < text.length;) {
    const end = endOfPiece(text, pos);
    if (text.charAt(pos) === '/') {
      if (end > pos + 1) blank(pos, end);
    } else if (text.charAt(pos) === ',' && isFinal(text, end)) {
      blank(pos, end);
    }
    pos = end;
  }
  return result + text.slice(copied);
}

/** Where the text in quotes, the comment or the single character at an offset ends. */
function endOfPiece(text: string, start: number): number {
  if (text.charAt(start) === '"') return endOfQuotes(text, start);
  if (text.startsWith('//', start)) return endOfLine(text, start);
  if (!text.startsWith('/*', start)) return start + 1;
  const close = text.indexOf('*/', start + 2);
  return close === -1 ? text.length : close + 2;
}

function endOfQuotes(text: string, start: number): number {
  let pos = start + 1;
  while (pos < text.length && text.charAt(pos) !== '"') pos += text.charAt(pos) === '\\' ? 2 : 1;
  return pos + 1;
}

function endOfLine(text: string, start: number): number {
  let pos = start;
  while (pos < text.length && !/[\n\r]/.test(text.charAt(pos))) pos += 1;
  return pos;
}

/** Whether only white space and comments stand between an offset and a closing bracket. */
function isFinal(text: string, start: number): boolean {
  let pos = start;
  for (;;) {
    const char = text.charAt(pos);
    if (char === ']' || char === '}') return true;
    if (char === '' || !/[\s/]/.test(char)) return false;
    pos = endOfPiece(text, pos);
  }
}
