import type { Findings } from '../../diagnostic/findings.ts';
import type { JsonMember, JsonString } from '../jsonNode.ts';
import type { DiagnosticCode } from '../../diagnostic/diagnosticCodes.ts';

/** After so many mistakes the text is hardly JSON, and more messages would not help. */
const MOST_MISTAKES = 20;
const RECENT_SIZE = 256;
const LONGEST_RECENT = 24;
/** To be copied: making it anew would take as long as reading a small text. */
const NOTHING_RECENT: readonly string[] = Array.from({ length: RECENT_SIZE }, () => '');

/** What a reader knows about a syntax error. */
export interface Mistake {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly help?: string | undefined;
  readonly code?: DiagnosticCode;
}

/** How a reader goes on behind mistakes whose meaning is not plain. */
export interface Recovery {
  readonly note: (cursor: Cursor, mistake: Mistake) => void;
  /** Ends a string that is not closed before the cursor. */
  readonly endString: (
    cursor: Cursor,
    string: { readonly start: number; readonly value: string },
  ) => JsonString;
  /** Reads what follows a name; tells whether the object goes on. */
  readonly readMember: (cursor: Cursor, name: JsonString, place: MemberPlace) => boolean;
  /** Whether a container goes on behind what is no item of it. */
  readonly goesOn: (cursor: Cursor) => boolean;
  /** Whether what stands at the cursor ends a container, though it is no bracket that does. */
  readonly ends: (cursor: Cursor, holds: 'member' | 'value') => boolean;
}

/** Where the value of a member belongs. */
export interface MemberPlace {
  /** How many more levels of nesting are allowed. */
  readonly levels: number;
  readonly members: JsonMember[];
}

/** The place of the reader in the text, and what it has complained about. */
export class Cursor {
  readonly text: string;
  pos = 0;
  readonly recovery: Recovery | undefined;
  readonly #findings: Findings;
  #stopped = false;
  /** Short strings seen lately: documents repeat a few names and values thousands of times. */
  readonly #recent: string[] = NOTHING_RECENT.slice();

  /**
   * @param text - what is read.
   * @param findings - where mistakes are reported.
   * @param recovery - goes on behind mistakes whose meaning is not plain, and is told of mistakes in place of `findings`.
   */
  constructor(text: string, findings: Findings, recovery?: Recovery) {
    this.text = text;
    this.#findings = findings;
    this.recovery = recovery;
  }

  get stopped(): boolean {
    return this.#stopped;
  }

  /** Code of the current character, `NaN` at the end of the text. */
  get code(): number {
    return this.text.charCodeAt(this.pos);
  }

  get atEnd(): boolean {
    return this.pos >= this.text.length;
  }

  /** A part of the text; the same string again where a short one repeats. */
  slice(start: number, end: number): string {
    const length = end - start;
    if (length > LONGEST_RECENT) return this.text.slice(start, end);
    const slot =
      (length * 31 + this.text.charCodeAt(start) * 7 + this.text.charCodeAt(end - 1)) & (RECENT_SIZE - 1);
    const recent = this.#recent[slot];
    if (recent !== undefined && recent.length === length && this.text.startsWith(recent, start))
      return recent;
    return (this.#recent[slot] = this.text.slice(start, end));
  }

  /** Reports a mistake that reading can go on after. */
  complain(mistake: Mistake): void {
    if (this.#stopped) return;
    if (this.recovery !== undefined) return this.recovery.note(this, mistake);
    this.#findings.report({
      code: mistake.code ?? 'json-syntax-error',
      message: mistake.message,
      at: { start: Math.min(mistake.start, this.text.length), end: Math.min(mistake.end, this.text.length) },
      pointer: '',
      help: mistake.help,
    });
    if (this.#findings.count >= MOST_MISTAKES) this.stop();
  }

  /** Reports a mistake after which the rest of the text cannot be understood for certain. */
  giveUp(mistake: Mistake): undefined {
    this.complain(mistake);
    if (this.recovery === undefined) this.stop();
    return undefined;
  }

  /** The end of the last character before `pos` that is not white space: where something missing belongs. */
  endOfLastToken(): number {
    let end = Math.min(this.pos, this.text.length);
    while (end > 0 && isWhiteSpace(this.text.charCodeAt(end - 1))) end -= 1;
    return end;
  }

  /** Ends reading: what is left cannot be read at all. */
  stop(): void {
    this.#stopped = true;
    this.pos = this.text.length;
  }
}

/** White space of JSON: tab, line feed, carriage return, space. */
export function isWhiteSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}
