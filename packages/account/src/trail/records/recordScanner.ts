import {
  CLOSE_LIST,
  CLOSE_OBJECT,
  codesOf,
  COLON,
  COMMA,
  OPEN_LIST,
  OPEN_OBJECT,
  QUOTE,
  standsAt,
} from '../../json/jsonCodes.ts';
import { NO_JSON, skipPlainString, skipSpace, skipValue } from '../../json/skipJson.ts';
import { startOfText } from '../../json/utf8Text.ts';
import { EVENT_SHAPE, SLOT, SLOTS, type ObjectShape } from './eventSlots.ts';

/** A member that is looked for. */
interface SoughtMember {
  readonly name: readonly number[];
  /** The slots of all that is looked for in it. */
  readonly slots: readonly number[];
  /** Left out for a value that is a slot itself. */
  readonly inner: SoughtMembers | undefined;
}

/** By the lengths of their names. */
type SoughtMembers = readonly (readonly SoughtMember[])[];

/** The place of what an event does not have. */
export const NOWHERE = -1;
const SOUGHT = soughtIn(EVENT_SHAPE);
const RECORDS = codesOf('Records');

/**
 * Finds where the members of events stand in a file, without making anything of what nobody asks for. Takes only files as AWS
 * CloudTrail writes them, and only whole ones: of every other it says so, and somebody else has to read it.
 */
export class RecordScanner {
  #bytes: Uint8Array = new Uint8Array();
  /** Start and end of each slot of each record. */
  #places = new Int32Array(2 * SLOTS);
  #count = 0;

  /** The file that was scanned last. */
  get bytes(): Uint8Array {
    return this.#bytes;
  }

  /**
   * Scans a file.
   *
   * @param bytes - `{ "Records": [ … ] }` in UTF-8.
   * @returns how many events there are; `undefined` where the file is something else, no JSON among it.
   */
  scan(bytes: Uint8Array): number | undefined {
    this.#bytes = bytes;
    this.#count = 0;
    const end = this.#scanFile();
    return end !== NO_JSON && skipSpace(bytes, end) === bytes.length ? this.#count : undefined;
  }

  /** Lets go of the file. */
  release(): void {
    this.#bytes = new Uint8Array();
    if (this.#places.length > MOST_KEPT) this.#places = new Int32Array(2 * SLOTS);
  }

  /**
   * Where members of events stand: the start at their place, negative where an event does not have one, and the end behind it.
   */
  get places(): Int32Array {
    return this.#places;
  }

  #scanFile(): number {
    const bytes = this.#bytes;
    let at = skipSpace(bytes, startOfText(bytes));
    if (bytes[at] !== OPEN_OBJECT) return NO_JSON;
    at = skipSpace(bytes, at + 1);
    const nameEnd = endOfName(bytes, at);
    if (nameEnd === NO_JSON || !standsAt(bytes, at + 1, RECORDS) || nameEnd - at !== RECORDS.length + 2)
      return NO_JSON;
    at = skipSpace(bytes, nameEnd);
    if (bytes[at] !== COLON) return NO_JSON;
    at = skipSpace(bytes, at + 1);
    if (bytes[at] !== OPEN_LIST) return NO_JSON;
    at = this.#scanRecords(at + 1);
    if (at === NO_JSON) return NO_JSON;
    at = skipSpace(bytes, at);
    return bytes[at] === CLOSE_OBJECT ? at + 1 : NO_JSON;
  }

  /** Behind the opening bracket. */
  #scanRecords(from: number): number {
    const bytes = this.#bytes;
    let at = skipSpace(bytes, from);
    if (bytes[at] === CLOSE_LIST) return at + 1;
    for (;;) {
      at = bytes[at] === OPEN_OBJECT ? this.#scanRecord(at) : skipValue(bytes, at);
      if (at === NO_JSON) return NO_JSON;
      at = skipSpace(bytes, at);
      if (bytes[at] === CLOSE_LIST) return at + 1;
      if (bytes[at] !== COMMA) return NO_JSON;
      at = skipSpace(bytes, at + 1);
    }
  }

  #scanRecord(start: number): number {
    const first = placeOf(this.#count, 0);
    if (first + 2 * SLOTS > this.#places.length) {
      const places = new Int32Array(2 * this.#places.length);
      places.set(this.#places);
      this.#places = places;
    }
    this.#places.fill(NOWHERE, first, first + 2 * SLOTS);
    const end = this.#scanObject(start + 1, SOUGHT);
    this.#place(SLOT.record, start, end);
    this.#count++;
    return end;
  }

  /** Behind the opening bracket. */
  #scanObject(from: number, sought: SoughtMembers): number {
    const bytes = this.#bytes;
    let at = skipSpace(bytes, from);
    if (bytes[at] === CLOSE_OBJECT) return at + 1;
    for (;;) {
      const end = endOfName(bytes, at);
      if (end === NO_JSON) return NO_JSON;
      const member = memberOf(sought, bytes, at + 1, end - 1);
      at = skipSpace(bytes, end);
      if (bytes[at] !== COLON) return NO_JSON;
      at = skipSpace(bytes, at + 1);
      at = member === undefined ? skipValue(bytes, at) : this.#scanMember(at, member);
      if (at === NO_JSON) return NO_JSON;
      at = skipSpace(bytes, at);
      if (bytes[at] === CLOSE_OBJECT) return at + 1;
      if (bytes[at] !== COMMA) return NO_JSON;
      at = skipSpace(bytes, at + 1);
    }
  }

  /** Of members that are there twice, the last counts, with all that is in it. */
  #scanMember(at: number, { slots, inner }: SoughtMember): number {
    if (inner === undefined) {
      const end = skipValue(this.#bytes, at);
      for (const slot of slots) this.#place(slot, at, end);
      return end;
    }
    for (const slot of slots) this.#place(slot, NOWHERE, NOWHERE);
    return this.#bytes[at] === OPEN_OBJECT ? this.#scanObject(at + 1, inner) : skipValue(this.#bytes, at);
  }

  #place(slot: number, start: number, end: number): void {
    const at = placeOf(this.#count, slot);
    this.#places[at] = start;
    this.#places[at + 1] = end;
  }
}

/**
 * The place of a member of an event in `places`.
 *
 * @param record - number of the event.
 * @param slot - of `SLOT`.
 */
export function placeOf(record: number, slot: number): number {
  return 2 * (record * SLOTS + slot);
}

/** Places of so many slots stay from file to file. */
const MOST_KEPT = 2 * SLOTS * 16_384;

function soughtIn(shape: ObjectShape): SoughtMembers {
  const sought: SoughtMember[][] = [];
  for (const [name, of] of Object.entries(shape)) {
    const inner = typeof of === 'number' ? undefined : of;
    const slots = typeof of === 'number' ? [of] : slotsOf(of);
    const member = { name: codesOf(name), slots, inner: inner && soughtIn(inner) };
    for (let length = sought.length; length <= name.length; length++) sought.push([]);
    sought[name.length]?.push(member);
  }
  return sought;
}

function slotsOf(shape: ObjectShape): readonly number[] {
  return Object.values(shape).flatMap((of) => (typeof of === 'number' ? [of] : slotsOf(of)));
}

/** Behind the closing quote. A name that is written with escapes may be any. */
function endOfName(bytes: Uint8Array, at: number): number {
  return bytes[at] === QUOTE ? skipPlainString(bytes, at + 1) : NO_JSON;
}

function memberOf(
  sought: SoughtMembers,
  bytes: Uint8Array,
  ...[start, end]: readonly [start: number, end: number]
): SoughtMember | undefined {
  const alike = sought[end - start];
  if (alike === undefined) return undefined;
  for (const member of alike) if (standsAt(bytes, start, member.name)) return member;
  return undefined;
}
