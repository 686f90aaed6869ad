/** A place in a YAML text, moved along as it is read. */
interface Cursor {
  readonly text: string;
  at: number;
  /** Offsets of characters that become spaces. */
  readonly blanks: number[];
}

/**
 * Joins to one line what YAML allows on several lines only where they are indented, and CloudFormation's parser
 * anywhere: lists and maps in brackets, and text in quotation marks, whose lines begin at the column of what holds
 * them. Line ends and comments in them become spaces, so that every offset stays what it was.
 *
 * @param text - YAML that could not be read as it stands.
 * @returns a text of the same length; the same one where nothing was to be joined.
 */
export function mendYaml(text: string): string {
  const cursor: Cursor = { text, at: 0, blanks: [] };
  while (cursor.at < text.length) readLine(cursor);
  if (cursor.blanks.length === 0) return text;
  const characters = text.split('');
  for (const offset of cursor.blanks) characters[offset] = ' ';
  return characters.join('');
}

/** What stands before a value on its line: list entries, explicit keys, tags and anchors. */
const BEFORE_VALUE = /(?:[-?:](?=\s|$)|[!&][^\s[\]{},]*)/y;
/** The head of a block scalar, whose lines are text. */
const BLOCK_SCALAR = /[|>][-+0-9]*[ \t]*(?:#.*)?$/my;
const LINE_END = /\r\n|\r|\n/g;

/** Reads a line with the values that begin on it, to their ends. */
function readLine(cursor: Cursor): void {
  const { text } = cursor;
  const lineStart = cursor.at;
  skipBlanks(cursor);
  // The column of the innermost list entry or key that begins on this line.
  let column = cursor.at - lineStart;
  let isStart = true;
  while (cursor.at < text.length && !isLineEnd(text[cursor.at])) {
    const character = text[cursor.at] ?? '';
    if (character === '#' && isBlank(text[cursor.at - 1] ?? ' ')) cursor.at = lineEnd(text, cursor.at);
    else if (isBlank(character)) cursor.at += 1;
    else if (matchAt(BLOCK_SCALAR, cursor) !== undefined) {
      skipBlock(cursor, column);
      return;
    } else {
      const before = isOpening(character) ? undefined : matchAt(BEFORE_VALUE, cursor);
      if (isStart) column = cursor.at - lineStart;
      isStart &&= before === '-' || before === '?';
      if (before !== undefined) cursor.at += before.length;
      else if (isOpening(character)) readValue(cursor);
      else skipPlain(cursor);
    }
  }
  skipLineEnd(cursor);
}

/** Reads a value in brackets or quotation marks to its end, however its lines begin. */
function readValue(cursor: Cursor): void {
  const { text } = cursor;
  let depth = 0;
  // Whether a value may begin here, so that a quotation mark is one.
  let fresh = true;
  do {
    const character = text[cursor.at] ?? '';
    if ((character === '"' || character === "'") && fresh) readQuoted(cursor, character);
    else {
      if (character === '#' && isBlank(text[cursor.at - 1] ?? '')) {
        for (const end = lineEnd(text, cursor.at); cursor.at < end; cursor.at += 1)
          cursor.blanks.push(cursor.at);
        continue;
      }
      if (character === '[' || character === '{') depth += 1;
      if (character === ']' || character === '}') depth -= 1;
      if (isLineEnd(character)) cursor.blanks.push(cursor.at);
      cursor.at += 1;
    }
    fresh = '[{,:'.includes(character) || (fresh && isBlank(character));
  } while (depth > 0 && cursor.at < text.length);
}

function readQuoted(cursor: Cursor, mark: string): void {
  const { text } = cursor;
  for (cursor.at += 1; cursor.at < text.length; cursor.at += 1) {
    const character = text[cursor.at] ?? '';
    if (character === '\\' && mark === '"' && !isLineEnd(text[cursor.at + 1])) cursor.at += 1;
    else if (isLineEnd(character)) cursor.blanks.push(cursor.at);
    else if (character === mark) {
      if (mark === '"' || text[cursor.at + 1] !== mark) break;
      cursor.at += 1;
    }
  }
  cursor.at += 1;
}

/** Passes over text without quotation marks, as far as the colon that makes a key of it. */
function skipPlain(cursor: Cursor): void {
  const { text } = cursor;
  while (cursor.at < text.length) {
    const character = text[cursor.at] ?? '';
    const next = text[cursor.at + 1] ?? ' ';
    if (isLineEnd(character) || (character === ':' && isBlank(next))) return;
    if (isBlank(character) && next === '#') return;
    cursor.at += 1;
  }
}

/** Passes over a block scalar: every line that is empty or indented more than the key that it is the value of. */
function skipBlock(cursor: Cursor, column: number): void {
  const { text } = cursor;
  cursor.at = lineEnd(text, cursor.at);
  skipLineEnd(cursor);
  while (cursor.at < text.length) {
    const start = cursor.at;
    skipBlanks(cursor);
    const isInside = cursor.at - start > column || isLineEnd(text[cursor.at]);
    if (!isInside) {
      cursor.at = start;
      return;
    }
    cursor.at = lineEnd(text, cursor.at);
    skipLineEnd(cursor);
  }
}

function matchAt(pattern: RegExp, { text, at }: Cursor): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function lineEnd(text: string, from: number): number {
  LINE_END.lastIndex = from;
  return LINE_END.exec(text)?.index ?? text.length;
}

function skipBlanks(cursor: Cursor): void {
  while (cursor.text[cursor.at] === ' ' || cursor.text[cursor.at] === '\t') cursor.at += 1;
}

function skipLineEnd(cursor: Cursor): void {
  if (cursor.text.startsWith('\r\n', cursor.at)) cursor.at += 2;
  else if (cursor.at < cursor.text.length) cursor.at += 1;
}

function isOpening(character: string): boolean {
  return character !== '' && '[{"\''.includes(character);
}

function isLineEnd(character: string | undefined): boolean {
  return character === '\n' || character === '\r';
}

function isBlank(character: string): boolean {
  return character === ' ' || character === '\t' || isLineEnd(character);
}
