import { UNKNOWN, UNREADABLE, type ContextReading } from './contextReading.ts';
import type { KeyTable } from './keyTable.ts';
import { mergeReadings, readContextValue } from './readContextValue.ts';
import type { RequestContext } from './requestContext.ts';

/** So many places of a context, and so many spellings of keys, are remembered. */
const MOST_REMEMBERED = 1024;

const LAST_GENERATION = 0x3ffffff0;

// Not `Object.hasOwn`: only this one costs nothing inside `for in`.
// oxlint-disable-next-line typescript/unbound-method -- only ever called with a receiver
const { hasOwnProperty } = Object.prototype;

/**
 * Reads the context of one request after the other, in one pass that begins with the first key asked for.
 *
 * Only own enumerable properties count, so that nothing inherited is taken for a context key. Reading keys with
 * text values allocates nothing. Contexts mostly have the same keys in the same order: the reader remembers
 * which slot belonged to which place, and looks up only what differs from the request before.
 */
export class ContextReader {
  readonly #keys: KeyTable;
  #context: RequestContext | undefined = undefined;
  #generation = 1;
  /** Slots below it have been read from the loaded context. */
  #readSlots = 0;
  /** What slots hold that the pass did not find. */
  #rest: undefined | typeof UNREADABLE = undefined;
  /** The generation in which a slot was found. */
  readonly #stamps: number[] = [];
  readonly #values: ContextReading[] = [];
  /** The context key at each place of the context read last, and its slot or -1. */
  #names: string[] = [];
  #slots: number[] = [];
  /** The slots, or -1, of keys in the spelling of requests. */
  readonly #spellings: Map<string, number> = new Map();

  /**
   * @param keys - the keys that will be asked for; it may still grow.
   */
  constructor(keys: KeyTable) {
    this.#keys = keys;
  }

  /**
   * Turns to the next request. The context must not change until the request after it.
   *
   * @param context - the request's context; left out, every key is absent.
   */
  load(context?: RequestContext): void {
    this.#context = context;
    this.#readSlots = 0;
    this.#rest = undefined;
    this.#generation++;
    if (this.#generation >= LAST_GENERATION) {
      this.#generation = 1;
      this.#stamps.fill(0);
    }
  }

  /**
   * Declares keys of the loaded request unknown, whatever the context holds, until the next `load`.
   *
   * @param keys - names of context keys, in any case; those that no policy mentions do not matter.
   */
  markUnknown(keys: Iterable<string>): void {
    const slots: number[] = [];
    for (const key of keys) {
      const slot = this.#keys.find(key);
      if (slot >= 0) slots.push(slot);
    }
    this.markUnknownSlots(slots);
  }

  /**
   * The same by slots, for those who ask about many requests.
   *
   * @param slots - of keys in the table.
   */
  markUnknownSlots(slots: readonly number[]): void {
    this.#reserve(this.#keys.size);
    for (const slot of slots) {
      this.#stamps[slot] = this.#generation;
      this.#values[slot] = UNKNOWN;
    }
  }

  /**
   * Reads a key.
   *
   * @param slot - the key's slot in the table.
   * @returns what the loaded context says of it.
   */
  value(slot: number): ContextReading {
    if (slot >= this.#readSlots) this.#passOver();
    return this.#stamps[slot] === this.#generation ? this.#values[slot] : this.#rest;
  }

  #passOver(): void {
    const { size } = this.#keys;
    this.#reserve(size);
    this.#readSlots = size;
    const context = this.#context;
    let place = 0;
    try {
      for (const key in context) {
        const slot = this.#names[place] === key ? this.#slots[place] : this.#remember(key, place);
        place++;
        if (slot === undefined || slot < 0 || !hasOwnProperty.call(context, key)) continue;
        const reading = readContextValue(context[key]);
        this.#values[slot] =
          this.#stamps[slot] === this.#generation ? mergeReadings(this.#values[slot], reading) : reading;
        this.#stamps[slot] = this.#generation;
      }
    } catch {
      // A getter or a proxy threw: another spelling of any key may be among what was not seen.
      this.#rest = UNREADABLE;
      this.#generation++;
    }
  }

  /** Looks the slot of a key up and remembers it for the place. */
  #remember(key: string, place: number): number {
    let slot = this.#spellings.get(key);
    if (slot === undefined) {
      slot = this.#keys.find(key);
      // Requests choose the keys: what is remembered of them must not grow with their number.
      if (this.#spellings.size >= MOST_REMEMBERED) this.#spellings.clear();
      this.#spellings.set(key, slot);
    }
    if (place < MOST_REMEMBERED) {
      this.#names[place] = key;
      this.#slots[place] = slot;
    }
    return slot;
  }

  #reserve(size: number): void {
    if (this.#stamps.length >= size) return;
    // INVARIANT: what is remembered as -1 is in no policy; new keys make it untrue.
    this.#names = [];
    this.#slots = [];
    this.#spellings.clear();
    while (this.#stamps.length < size) {
      this.#stamps.push(0);
      this.#values.push(undefined);
    }
  }
}
