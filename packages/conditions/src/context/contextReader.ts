import { equalsIgnoreCase } from '../_internals/foldCase.ts';
import { UNKNOWN, UNREADABLE } from './contextReading.ts';
import type { ContextReading } from './contextReading.ts';
import type { KeyTable } from './keyTable.ts';
import { mergeReadings, readContextValue } from './readContextValue.ts';
import type { RequestContext } from './requestContext.ts';

/** So many keys are searched for one by one; then one pass over the context finds all the others. */
const SINGLE_SEARCHES = 6;

const LAST_GENERATION = 0x3ffffff0;

/**
 * Reads the context of one request after the other, each key at most once a request and only when asked for.
 *
 * Only own enumerable properties count, so that nothing inherited is taken for a context key. Reading keys with
 * text values allocates nothing.
 */
export class ContextReader {
  readonly #keys: KeyTable;
  #context: RequestContext | undefined = undefined;
  #generation = 1;
  #searches = 0;
  /** What the unread slots hold once the whole context was passed over. */
  #rest: undefined | typeof UNREADABLE = undefined;
  /** The generation in which a slot was read; negative when the pass found it and nobody asked yet. */
  readonly #stamps: number[] = [];
  readonly #values: ContextReading[] = [];

  /**
   * @param keys - The keys that will be asked for; it may still grow.
   */
  constructor(keys: KeyTable) {
    this.#keys = keys;
  }

  /**
   * Turns to the next request. The context must not change until the request after it.
   *
   * @param context - The request's context; left out, every key is absent.
   */
  load(context?: RequestContext): void {
    this.#context = context;
    this.#searches = 0;
    this.#generation++;
    if (this.#generation === LAST_GENERATION) {
      this.#generation = 1;
      this.#stamps.fill(0);
    }
  }

  /**
   * Declares keys of the loaded request unknown, whatever the context holds, until the next `load`.
   *
   * @param keys - Names of context keys, in any case; those that no policy mentions do not matter.
   */
  markUnknown(keys: Iterable<string>): void {
    this.#reserve();
    for (const key of keys) {
      const slot = this.#keys.find(key);
      if (slot >= 0) this.#set(slot, UNKNOWN);
    }
  }

  /**
   * Reads a key.
   *
   * @param slot - The key's slot in the table.
   * @returns What the loaded context says of it.
   */
  value(slot: number): ContextReading {
    return this.#stamps[slot] === this.#generation ? this.#values[slot] : this.#read(slot);
  }

  #read(slot: number): ContextReading {
    this.#reserve();
    if (this.#searches < SINGLE_SEARCHES) {
      this.#searches++;
      return this.#set(slot, this.#search(this.#keys.name(slot)));
    }
    if (this.#searches === SINGLE_SEARCHES) {
      this.#searches++;
      this.#passOver();
    }
    return this.#set(slot, this.#stamps[slot] === -this.#generation ? this.#values[slot] : this.#rest);
  }

  #search(name: string): ContextReading {
    const context = this.#context;
    let reading: ContextReading;
    try {
      for (const key in context) {
        if (key.length === name.length && equalsIgnoreCase(key, name) && Object.hasOwn(context, key)) {
          reading = mergeReadings(reading, readContextValue(context[key]));
        }
      }
    } catch {
      // A getter or a proxy threw.
      return UNREADABLE;
    }
    return reading;
  }

  #passOver(): void {
    const context = this.#context;
    this.#rest = undefined;
    try {
      for (const key in context) {
        const slot = this.#keys.find(key);
        const stamp = slot < 0 ? this.#generation : this.#stamps[slot];
        if (stamp === this.#generation || !Object.hasOwn(context, key)) continue;
        const reading = readProperty(context, key);
        this.#values[slot] =
          stamp === -this.#generation ? mergeReadings(this.#values[slot], reading) : reading;
        this.#stamps[slot] = -this.#generation;
      }
    } catch {
      // Another spelling of a key that was found may be among what was not seen.
      this.#rest = UNREADABLE;
      this.#stamps.forEach((stamp, slot) => {
        if (stamp < 0) this.#stamps[slot] = 0;
      });
    }
  }

  #set(slot: number, reading: ContextReading): ContextReading {
    this.#stamps[slot] = this.#generation;
    this.#values[slot] = reading;
    return reading;
  }

  #reserve(): void {
    while (this.#stamps.length < this.#keys.size) {
      this.#stamps.push(0);
      this.#values.push(undefined);
    }
  }
}

function readProperty(context: RequestContext, key: string): ContextReading {
  try {
    return readContextValue(context[key]);
  } catch {
    return UNREADABLE;
  }
}
