/** Rows of numbers, each kept once, in one array: what it takes to know a state again without allocating. */
export class RowTable {
  /** All rows, one behind the other; replaced as it grows. */
  data: Int32Array = new Int32Array(1024);
  /** Where each row begins; the last entry is where the next one will. */
  #offsets: Int32Array = new Int32Array(256);
  #size = 0;
  /** Numbers of rows plus one; 0 is free. The length is a power of two, at most half of it taken. */
  #slots: Int32Array = new Int32Array(512);

  /** How many rows there are. */
  get size(): number {
    return this.#size;
  }

  /**
   * @param row - the number of a row, or `size`.
   * @returns where it begins in `data`; of `size`, where the last one ends.
   */
  offset(row: number): number {
    return this.#offsets[row] ?? 0;
  }

  /**
   * @param source - an array that begins with the row.
   * @param length - the row's length.
   * @returns the row's number; `size - 1` after the call may be new, anything else was there.
   */
  add(source: Int32Array, length: number): number {
    const mask = this.#slots.length - 1;
    let slot = hashOf(source, length) & mask;
    for (; ; slot = (slot + 1) & mask) {
      const row = (this.#slots[slot] ?? 0) - 1;
      if (row < 0) break;
      if (this.#equals(row, source, length)) return row;
    }
    const start = this.offset(this.#size);
    this.#reserve(start + length);
    for (let index = 0; index < length; index++) this.data[start + index] = source[index] ?? 0;
    this.#size++;
    this.#offsets[this.#size] = start + length;
    this.#slots[slot] = this.#size;
    if (2 * this.#size > this.#slots.length) this.#rehash();
    return this.#size - 1;
  }

  #equals(row: number, source: Int32Array, length: number): boolean {
    const start = this.offset(row);
    if (this.offset(row + 1) - start !== length) return false;
    for (let index = 0; index < length; index++) {
      if (this.data[start + index] !== source[index]) return false;
    }
    return true;
  }

  #reserve(length: number): void {
    if (length > this.data.length) this.data = grown(this.data, Math.max(length, 2 * this.data.length));
    if (this.#size + 2 > this.#offsets.length) this.#offsets = grown(this.#offsets, 2 * this.#offsets.length);
  }

  #rehash(): void {
    const slots = new Int32Array(2 * this.#slots.length);
    const mask = slots.length - 1;
    for (let row = 0; row < this.#size; row++) {
      const start = this.offset(row);
      const length = this.offset(row + 1) - start;
      let slot = hashOf(this.data, length, start) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = row + 1;
    }
    this.#slots = slots;
  }
}

function grown(from: Int32Array, length: number): Int32Array {
  const to = new Int32Array(length);
  to.set(from);
  return to;
}

function hashOf(source: Int32Array, length: number, start = 0): number {
  let hash = 0x811c9dc5;
  for (let index = start; index < start + length; index++) {
    hash = Math.imul(hash ^ (source[index] ?? 0), 0x01000193);
    hash ^= hash >>> 15;
  }
  return hash;
}
