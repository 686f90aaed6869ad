import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** In characters: what is packed at once. */
const BATCH = 1_000_000;

/** A long text that is written once and read once, held in a small part of its size. */
export class PackedText {
  readonly #packed: Buffer[] = [];
  #open: string[] = [];
  #length = 0;

  /** Takes the next part. */
  add(part: string): void {
    this.#open.push(part);
    this.#length += part.length;
    if (this.#length >= BATCH) this.#pack();
  }

  /** All of it, part by part. */
  *parts(): Generator<Uint8Array> {
    this.#pack();
    for (const packed of this.#packed) yield inflateRawSync(packed);
  }

  #pack(): void {
    if (this.#length > 0) this.#packed.push(deflateRawSync(this.#open.join(''), { level: 1 }));
    this.#open = [];
    this.#length = 0;
  }
}
