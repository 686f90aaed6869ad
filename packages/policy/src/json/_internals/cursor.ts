import type { Findings } from '../../diagnostic/findings.ts';
import type { DiagnosticCode } from '../../diagnostic/diagnosticCodes.ts';

/** After so many mistakes the text is hardly JSON, and more messages would not help. */
const MOST_MISTAKES = 20;
/** So many mistakes are stepped over in a text that is being typed: far more than anybody makes. */
const MOST_RECOVERED = 1000;
/** Where reading can go on behind what cannot be read. */
const MAY_GO_ON = /[",[\]{}]/g;
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

/** The place of the reader in the text, and what it has complained about. */
export class Cursor {
  readonly text: string;
  pos = 0;
  readonly #findings: Findings | undefined;
  #stopped = false;
  #firstMistake: number | undefined;
  #recovered = 0;
  /** Short strings seen lately: documents repeat a few names and values thousands of times. */
  readonly #recent: string[] = NOTHING_RECENT.slice();

  /**
   * @param text - what is read.
   * @param findings - where mistakes are reported; without it, reading goes on behind every mistake.
   */
  constructor(text: string, findings: Findings | undefined) {
    this.text = text;
    this.#findings = findings;
  }

  /** Whether reading goes on behind mistakes whose meaning is not plain. */
  get recovers(): boolean {
    return this.#findings === undefined;
  }

  /** Where the first mistake begins, for a reader that recovers; the end of the text where there is none. */
  get firstMistake(): number {
    return this.#firstMistake ?? this.text.length;
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
    if (this.#findings === undefined) {
      this.#firstMistake = Math.min(this.#firstMistake ?? mistake.start, mistake.start);
      this.#recovered += 1;
      if (this.#recovered >= MOST_RECOVERED) this.stop();
      return;
    }
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
    if (!this.recovers) this.stop();
    return undefined;
  }

  /**
   * Steps over what cannot be read, to a character that may end it or begin something else; always over one at least.
   * Tells whether there is one.
   */
  skipStray(): boolean {
    if (!this.recovers || this.#stopped) return false;
    MAY_GO_ON.lastIndex = this.pos + 1;
    this.pos = MAY_GO_ON.exec(this.text)?.index ?? this.text.length;
    return !this.atEnd;
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
