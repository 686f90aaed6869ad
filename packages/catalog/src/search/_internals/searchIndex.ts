import { allServices } from '../../_internals/registry.ts';
import { globalConditionKeys } from '../../overlays/globalConditionKeys.ts';
import { wordsOf } from './wordsOf.ts';
import { WordTable } from './wordTable.ts';

/** The kinds of thing in the index; their places here stand for them there. */
export const KINDS = ['service', 'action', 'resourceType', 'conditionKey'] as const;

/** Everything that can be searched, in columns: an entry is its place in them. */
export interface SearchIndex {
  /** Full names, such as `ecs:RunTask`. */
  readonly names: readonly string[];
  /** The kind of each entry, as a place in {@link KINDS}. A service has a second entry, for the words of its name. */
  readonly kinds: Uint8Array;
  /** The service of each entry, as a place in `prefixes`. */
  readonly services: Uint16Array;
  readonly prefixes: readonly string[];
  /** How many words each entry has. */
  readonly wordCounts: Uint8Array;
  /** The words of each entry without the prefix, where there are several: somebody may type them as one. */
  readonly joined: WordTable;
  /** The different words of all entries. */
  readonly vocabulary: WordTable;
  /** The entries that have each word of the vocabulary: from `postingStarts` of it up to that of the next. */
  readonly postings: Uint32Array;
  readonly postingStarts: Uint32Array;
  /** The entries of each service: from `serviceStarts` of it up to that of the next. */
  readonly serviceStarts: Uint32Array;
  /** For words of the vocabulary, the services that have it in their name: everything of them is found by it too. */
  readonly servicesNamed: readonly (readonly number[] | undefined)[];
}

let index: SearchIndex | undefined;

/** The index of the whole catalog, made when it is first asked for. */
export function searchIndex(): SearchIndex {
  return (index ??= makeIndex());
}

function makeIndex(): SearchIndex {
  const rows = new Rows();
  for (const service of allServices()) {
    const words = wordsOf(service.name);
    rows.startService(service.prefix, words);
    rows.add('service', service.prefix, { words: wordsOf(service.prefix) });
    rows.add('service', service.prefix, { words });
    for (const name of service.actionTable.fullNames) rows.addNamed('action', name);
    for (const type of service.resourceTypes) rows.addNamed('resourceType', `${service.prefix}:${type.name}`);
    for (const key of service.conditionKeys) {
      if (!key.name.startsWith('aws:')) rows.addNamed('conditionKey', key.name);
    }
  }
  rows.startService('aws', []);
  for (const key of globalConditionKeys) rows.addNamed('conditionKey', key.name);
  return rows.toIndex();
}

/** The entries so far. */
class Rows {
  readonly #names: string[] = [];
  readonly #kinds: number[] = [];
  readonly #services: number[] = [];
  readonly #wordCounts: number[] = [];
  /** How many of the words of each entry are of its prefix. */
  readonly #prefixCounts: number[] = [];
  readonly #idsByPrefix = new Map<string, readonly number[]>();
  readonly #prefixes: string[] = [];
  readonly #serviceStarts: number[] = [];
  readonly #servicesNamed: number[][] = [];
  /** The vocabulary. */
  readonly #ids = new Map<string, number>();
  /** The words of all entries, one entry behind the other, as places in the vocabulary. */
  readonly #wordIds: number[] = [];

  /** What is added next is of this service. */
  startService(prefix: string, words: readonly string[]): void {
    for (const word of words) (this.#servicesNamed[this.#idOf(word)] ??= []).push(this.#prefixes.length);
    this.#prefixes.push(prefix);
    this.#serviceStarts.push(this.#names.length);
  }

  /** @param name - with a prefix. */
  addNamed(kind: (typeof KINDS)[number], name: string): void {
    const colon = name.indexOf(':');
    this.add(kind, name, { prefix: name.slice(0, colon), words: wordsOf(name.slice(colon + 1)) });
  }

  add(
    kind: (typeof KINDS)[number],
    name: string,
    { prefix = '', words }: { readonly prefix?: string; readonly words: readonly string[] },
  ): void {
    const prefixIds = this.#idsOfPrefix(prefix);
    this.#names.push(name);
    this.#kinds.push(KINDS.indexOf(kind));
    this.#services.push(this.#prefixes.length - 1);
    this.#wordCounts.push(prefixIds.length + words.length);
    this.#prefixCounts.push(prefixIds.length);
    for (const id of prefixIds) this.#wordIds.push(id);
    for (const word of words) this.#wordIds.push(this.#idOf(word));
  }

  /** Thousands of entries have the prefix of their service. */
  #idsOfPrefix(prefix: string): readonly number[] {
    let ids = this.#idsByPrefix.get(prefix);
    if (ids === undefined)
      this.#idsByPrefix.set(prefix, (ids = wordsOf(prefix).map((word) => this.#idOf(word))));
    return ids;
  }

  #idOf(word: string): number {
    let id = this.#ids.get(word);
    if (id === undefined) this.#ids.set(word, (id = this.#ids.size));
    return id;
  }

  toIndex(): SearchIndex {
    const vocabulary = [...this.#ids.keys()];
    return {
      names: this.#names,
      kinds: Uint8Array.from(this.#kinds),
      services: Uint16Array.from(this.#services),
      prefixes: this.#prefixes,
      wordCounts: Uint8Array.from(this.#wordCounts),
      joined: new WordTable(this.#joined(vocabulary)),
      vocabulary: new WordTable(vocabulary.map((word) => [word])),
      ...this.#toPostings(),
      serviceStarts: Uint32Array.from([...this.#serviceStarts, this.#names.length]),
      servicesNamed: this.#servicesNamed,
    };
  }

  *#joined(vocabulary: readonly string[]): Generator<readonly string[]> {
    let start = 0;
    for (const [entry, count] of this.#wordCounts.entries()) {
      const end = start + count;
      const ids = this.#wordIds.slice(start + (this.#prefixCounts[entry] ?? 0), end);
      yield ids.length > 1 ? ids.map((id) => vocabulary[id] ?? '') : [];
      start = end;
    }
  }

  /** Turns the words of each entry into the entries of each word. */
  #toPostings(): Pick<SearchIndex, 'postings' | 'postingStarts'> {
    const postingStarts = new Uint32Array(this.#ids.size + 1);
    for (const id of this.#wordIds) postingStarts[id + 1] = (postingStarts[id + 1] ?? 0) + 1;
    for (let id = 0; id < this.#ids.size; id++) {
      postingStarts[id + 1] = (postingStarts[id + 1] ?? 0) + (postingStarts[id] ?? 0);
    }
    const next = postingStarts.slice();
    const postings = new Uint32Array(this.#wordIds.length);
    let at = 0;
    this.#wordCounts.forEach((count, entry) => {
      for (const end = at + count; at < end; at++) {
        const id = this.#wordIds[at] ?? 0;
        const place = next[id] ?? 0;
        postings[place] = entry;
        next[id] = place + 1;
      }
    });
    return { postings, postingStarts };
  }
}
