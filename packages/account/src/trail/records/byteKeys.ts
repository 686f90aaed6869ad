const SEED = 0x811c9dc5 | 0;
const PRIME = 0x01000193;
const NUMBER_BYTES = 4;
/** What stands before a character of two bytes. */
const WIDE = 0xff;
const WIDE_BYTES = 3;
/** All keys of a memory that may forget. */
const MOST_KEPT = 16 * 1024 * 1024;

/** Numbers keys that are put together from parts of files: the same bytes, the same number. */
export class ByteKeys {
  /** The key that is being made. */
  #key = new Uint8Array(1024);
  #length = 0;
  #hash = SEED;
  /** All keys, one behind the other. */
  #kept = new Uint8Array(65_536);
  #count = 0;
  #ends = new Int32Array(1024);
  #hashes = new Int32Array(1024);
  /** Numbers of keys, and one more, by their hashes. */
  #table = new Int32Array(4096);

  /** How many keys there are. */
  get size(): number {
    return this.#count;
  }

  /** Whether there are so many that somebody had better begin anew. */
  get isFull(): boolean {
    return (this.#ends[this.#count - 1] ?? 0) > MOST_KEPT;
  }

  /**
   * Begins a key.
   *
   * @param number - its first part.
   */
  start(number: number): void {
    const key = this.#key;
    for (let index = 0; index < NUMBER_BYTES; index++) key[index] = (number >>> (8 * index)) & 0xff;
    this.#length = NUMBER_BYTES;
    this.#hash = Math.imul(number ^ SEED, PRIME);
  }

  /**
   * Adds a value of JSON. No byte of one is 0, so that this tells where it ends.
   *
   * @param bytes - the file.
   * @param from - where the value begins; negative for none.
   * @param to - where it ends.
   */
  add(bytes: Uint8Array, from: number, to: number): void {
    this.#makeRoom(to - from);
    const key = this.#key;
    let at = this.#length;
    let hash = this.#hash;
    if (from >= 0) {
      for (let index = from; index < to; index++) {
        const byte = bytes[index] ?? 0;
        key[at++] = byte;
        hash = Math.imul(hash ^ byte, PRIME);
      }
    }
    key[at++] = 0;
    this.#hash = Math.imul(hash, PRIME);
    this.#length = at;
  }

  /**
   * Adds a text, as the last part.
   *
   * @param text - any.
   */
  addText(text: string): void {
    this.#makeRoom(WIDE_BYTES * text.length);
    const key = this.#key;
    let at = this.#length;
    let hash = this.#hash;
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      if (unit < WIDE) key[at++] = unit;
      else {
        key[at++] = WIDE;
        key[at++] = unit >> 8;
        key[at++] = unit & 0xff;
      }
      hash = Math.imul(hash ^ unit, PRIME);
    }
    this.#hash = hash;
    this.#length = at;
  }

  /** The number of the key that was made, if it was kept before. */
  find(): number | undefined {
    const entry = this.#table[this.#place()] ?? 0;
    return entry === 0 ? undefined : entry - 1;
  }

  /** The number of the key that was made, which is kept: from 0, in the order in which they came. */
  number(): number {
    const place = this.#place();
    const entry = this.#table[place] ?? 0;
    if (entry !== 0) return entry - 1;
    this.#keep(place);
    return this.#count - 1;
  }

  #makeRoom(more: number): void {
    const least = this.#length + more + 1;
    if (least > this.#key.length) this.#key = grown(this.#key, least);
  }

  /** Where the key is in the table, or would be. */
  #place(): number {
    const mask = this.#table.length - 1;
    let at = (this.#hash ^ (this.#hash >>> 15)) & mask;
    for (let entry = this.#table[at] ?? 0; entry !== 0; entry = this.#table[at] ?? 0) {
      if (this.#isKey(entry - 1)) break;
      at = (at + 1) & mask;
    }
    return at;
  }

  #isKey(number: number): boolean {
    if (this.#hashes[number] !== this.#hash) return false;
    const start = number === 0 ? 0 : (this.#ends[number - 1] ?? 0);
    if ((this.#ends[number] ?? 0) - start !== this.#length) return false;
    const kept = this.#kept;
    const key = this.#key;
    for (let index = 0; index < this.#length; index++) if (kept[start + index] !== key[index]) return false;
    return true;
  }

  #keep(at: number): void {
    const start = this.#count === 0 ? 0 : (this.#ends[this.#count - 1] ?? 0);
    const end = start + this.#length;
    if (end > this.#kept.length) this.#kept = grown(this.#kept, end);
    this.#kept.set(this.#key.subarray(0, this.#length), start);
    if (this.#count === this.#ends.length) {
      this.#ends = grown(this.#ends, this.#count + 1);
      this.#hashes = grown(this.#hashes, this.#count + 1);
    }
    this.#ends[this.#count] = end;
    this.#hashes[this.#count] = this.#hash;
    this.#table[at] = ++this.#count;
    if (2 * this.#count > this.#table.length) this.#spread();
  }

  /** Over a table of twice the size. */
  #spread(): void {
    const table = new Int32Array(2 * this.#table.length);
    const mask = table.length - 1;
    for (let number = 0; number < this.#count; number++) {
      const hash = this.#hashes[number] ?? 0;
      let at = (hash ^ (hash >>> 15)) & mask;
      while (table[at] !== 0) at = (at + 1) & mask;
      table[at] = number + 1;
    }
    this.#table = table;
  }
}

function grown<Numbers extends Uint8Array | Int32Array>(numbers: Numbers, least: number): Numbers {
  let length = 2 * numbers.length;
  while (length < least) length *= 2;
  const more = (numbers instanceof Uint8Array ? new Uint8Array(length) : new Int32Array(length)) as Numbers;
  more.set(numbers);
  return more;
}
