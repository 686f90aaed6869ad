import type { Position } from '@policywright/policy';
import type { BrokenText, ListedElement } from './jsonPlace.ts';

/** What to do with what a reader finds. */
export interface ElementReaderOptions {
  /** The members whose lists are taken apart. */
  readonly lists: ReadonlySet<string>;
  readonly onElement: (element: ListedElement) => void;
  /** An element is longer than this many UTF-16 units, and left out. */
  readonly mostUnits: number;
  readonly onTooLarge: (element: Omit<ListedElement, 'text'>) => void;
}

const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const BACKSLASH = 92;
const LINE_FEED = 10;
const OPENING: ReadonlyMap<number, number> = new Map([
  [123, 125],
  [91, 93],
]);

/**
 * Takes answers apart into the elements of their lists as the text comes in, so that no more than one element is held.
 * An answer is an object; pages may follow each other, as the AWS command line prints them, or be in a list.
 */
export class ElementReader {
  readonly #options: ElementReaderOptions;
  /** Closing brackets of what is open. */
  readonly #open: number[] = [];
  /** How deep pages lie: 1 inside a list of pages. */
  #base = 0;
  #hasPages = false;
  /** The place of the page in the list of pages. */
  #page = -1;
  #inString = false;
  #escaped = false;
  /** What of the text may still be needed. */
  #held = '';
  /** Offset of `#held` in the whole text. */
  #heldFrom = 0;
  #line = 1;
  /** Offset of the first character of the line. */
  #lineStart = 0;
  /** Where the last string at the level of members began, and the member it named. */
  #stringStart = -1;
  #lastString = '';
  #member = '';
  #count = 0;
  #element: Position | undefined;
  #isDropped = false;
  #broken: BrokenText | undefined;

  constructor(options: ElementReaderOptions) {
    this.#options = options;
  }

  /** Takes the next part of the text. */
  write(chunk: string): void {
    if (this.#broken !== undefined) return;
    const from = this.#heldFrom + this.#held.length;
    this.#held += chunk;
    for (let at = 0; at < chunk.length && this.#broken === undefined; at++) {
      let unit = chunk.charCodeAt(at);
      if (this.#inString && !this.#escaped) {
        while (unit !== QUOTE && unit !== BACKSLASH && unit !== LINE_FEED && at + 1 < chunk.length)
          unit = chunk.charCodeAt(++at);
      }
      if (unit === LINE_FEED) {
        this.#line++;
        this.#lineStart = from + at + 1;
      }
      this.#take(unit, from + at);
    }
    this.#release(from + chunk.length);
  }

  /** Ends the text; tells why it could not be taken apart, if so. */
  end(): BrokenText | undefined {
    if (this.#broken !== undefined) return this.#broken;
    const end = this.#heldFrom + this.#held.length;
    if (this.#open.length > 0 || this.#inString) this.#break('the text ends too early', end);
    else if (!this.#hasPages) this.#break('the text is empty', end);
    return this.#broken;
  }

  #take(unit: number, offset: number): void {
    if (this.#inString) return this.#takeInString(unit, offset);
    if (unit === 32 || (unit >= 9 && unit <= 13) || unit === 0xfeff) return;
    const depth = this.#open.length;
    // Inside an element only its end matters.
    const inElement = this.#element !== undefined && depth > this.#base + 2;
    if (unit === QUOTE) {
      this.#inString = true;
      if (!inElement) this.#begin(offset);
      if (depth === this.#base + 1) this.#stringStart = offset;
      return;
    }
    const closing = OPENING.get(unit);
    if (closing !== undefined) return this.#takeOpening(closing, offset);
    if (unit === 125 || unit === 93) return this.#takeClosing(unit, offset);
    if (inElement) return;
    if (depth === 0) return this.#break('expected an object, the answer of the AWS command line', offset);
    if (unit === COMMA) this.#finish(offset);
    else if (unit === COLON && depth === this.#base + 1) this.#member = this.#lastString;
    else this.#begin(offset);
  }

  #takeInString(unit: number, offset: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (unit === BACKSLASH) this.#escaped = true;
    else if (unit === QUOTE) {
      this.#inString = false;
      if (this.#open.length === this.#base + 1) {
        this.#lastString = this.#text(this.#stringStart + 1, offset);
        this.#stringStart = -1;
      }
    }
  }

  #takeOpening(closing: number, offset: number): void {
    const depth = this.#open.length;
    if (depth === 0) {
      this.#base = closing === 93 ? 1 : 0;
      this.#page = -1;
    } else this.#begin(offset);
    if (depth === this.#base || depth === 0) this.#hasPages = true;
    if (depth === this.#base) this.#page++;
    this.#open.push(closing);
    if (depth === this.#base + 1) this.#count = 0;
  }

  #takeClosing(unit: number, offset: number): void {
    if (this.#open.at(-1) !== unit) {
      this.#break(`expected \`${this.#open.at(-1) === 93 ? ']' : '}'}\``, offset);
      return;
    }
    if (this.#open.length === this.#base + 2) this.#finish(offset);
    this.#open.pop();
    if (this.#open.length === this.#base + 1) this.#member = '';
  }

  /** A value begins: an element, where the list is one of those that are wanted. */
  #begin(offset: number): void {
    if (this.#element !== undefined || this.#open.length !== this.#base + 2) return;
    if (this.#open.at(-1) !== 93 || !this.#options.lists.has(this.#member)) return;
    this.#element = { offset, line: this.#line, column: offset - this.#lineStart + 1 };
    this.#isDropped = false;
  }

  /** The value that began has ended. */
  #finish(offset: number): void {
    const start = this.#element;
    if (start === undefined || this.#open.length !== this.#base + 2) return;
    const pointer = `${this.#base === 1 ? `/${this.#page}` : ''}/${this.#member}/${this.#count++}`;
    const element = { list: this.#member, pointer, start };
    if (this.#isDropped || offset - start.offset > this.#options.mostUnits) this.#options.onTooLarge(element);
    else this.#options.onElement({ ...element, text: this.#text(start.offset, offset) });
    this.#element = undefined;
  }

  #text(from: number, to: number): string {
    return this.#held.slice(from - this.#heldFrom, to - this.#heldFrom);
  }

  /** Lets go of text that is not needed any more. */
  #release(end: number): void {
    const start = this.#element;
    if (start !== undefined && end - start.offset > this.#options.mostUnits) this.#isDropped = true;
    const isHeld = start !== undefined && !this.#isDropped;
    const from = isHeld ? start.offset : this.#stringStart >= 0 ? this.#stringStart : end;
    this.#held = this.#held.slice(from - this.#heldFrom);
    this.#heldFrom = from;
  }

  #break(message: string, offset: number): void {
    this.#broken = {
      message,
      at: { offset, line: this.#line, column: offset - this.#lineStart + 1 },
    };
  }
}
