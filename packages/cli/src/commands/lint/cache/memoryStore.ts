import type { DocumentFindings } from '../documentFindings.ts';
import type { FindingsStore } from './findingsStore.ts';

/** Keeps findings from one run to the next one of the same process. */
export class MemoryStore implements FindingsStore {
  #base: FindingsStore | undefined;
  #last: ReadonlyMap<string, DocumentFindings> = new Map();
  #current = new Map<string, DocumentFindings>();

  /** @param base - where the first run looks. */
  constructor(base?: FindingsStore) {
    this.#base = base;
  }

  /** @inheritdoc */
  async take(key: string, find: () => Promise<DocumentFindings>): Promise<DocumentFindings> {
    const kept = this.#current.get(key) ?? this.#last.get(key);
    const found = kept ?? (await (this.#base === undefined ? find() : this.#base.take(key, find)));
    this.#current.set(key, found);
    return found;
  }

  /** @inheritdoc */
  async end(): Promise<void> {
    this.#last = this.#current;
    this.#current = new Map();
    await this.#base?.end();
    this.#base = undefined;
  }
}
