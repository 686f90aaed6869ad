import { QUOTE, COLON, COMMA } from '../../../json/_internals/codes.ts';

const SPACE = 0x20;
/** The rest of any string, for `readTo`: a pattern is quicker than a loop over the codes. */
export const REST_OF_STRING: RegExp = /[ !#-[\]-\u00ff]*"/y;
const TRUE = 'true';
const FALSE = 'false';

/** The code that stands for the end of the text. */
export const END = -1;

/**
 * A text that is read without a tree, as long as it is JSON without escapes and without characters that IAM does
 * not take (rule S21).
 */
export class PlainText {
  readonly text: string;
  pos = 0;
  /** Room for the values of a list while it is read: growing each list would leave it larger than it must be. */
  readonly scratch: string[] = [];

  constructor(text: string) {
    this.text = text;
  }

  /** Steps over white space, and gives the code of what stands there. */
  next(): number {
    const { text } = this;
    for (; this.pos < text.length; this.pos += 1) {
      const code = text.charCodeAt(this.pos);
      if (code > SPACE) return code;
      if (code !== SPACE && code !== 0x0a && code !== 0x0d && code !== 0x09) return code;
    }
    return END;
  }

  /** Steps over white space and one character, if it is this one. */
  take(code: number): boolean {
    if (this.next() !== code) return false;
    this.pos += 1;
    return true;
  }

  /** Steps over white space and a comma, if there is one. */
  takeComma(): boolean {
    return this.take(COMMA);
  }

  /** Steps over a piece of text, if it stands right here. */
  takeText(expected: string): boolean {
    if (!this.text.startsWith(expected, this.pos)) return false;
    this.pos += expected.length;
    return true;
  }

  /** Steps over the name of a member and the colon after it, if this name stands right here. */
  takeName(quoted: string): boolean {
    const { pos } = this;
    if (this.takeText(quoted) && this.take(COLON)) return true;
    // Back to where it was, so that another name is not looked for in the middle of a member.
    this.pos = pos;
    return false;
  }

  /** Reads the name of a member and the colon after it. */
  readName(): string | undefined {
    const name = this.readString();
    return name !== undefined && this.take(COLON) ? name : undefined;
  }

  /** Reads a string, whose opening quotation mark comes next; `undefined` where it is not plain. */
  readString(): string | undefined {
    return this.take(QUOTE) ? this.readTo(REST_OF_STRING) : undefined;
  }

  /**
   * Reads the rest of a string.
   *
   * @param rest - a sticky pattern of its characters and the closing quotation mark.
   * @returns the characters; `undefined`, and the place unchanged, where they are others.
   */
  readTo(rest: RegExp): string | undefined {
    const { text, pos } = this;
    rest.lastIndex = pos;
    if (!rest.test(text)) return undefined;
    this.pos = rest.lastIndex;
    return text.slice(pos, this.pos - 1);
  }

  /** Reads a string or a boolean, as text. */
  readScalar(): string | undefined {
    if (this.next() === QUOTE) return this.readString();
    if (this.takeText(TRUE)) return TRUE;
    return this.takeText(FALSE) ? FALSE : undefined;
  }
}
