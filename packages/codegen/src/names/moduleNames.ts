import { escapeIdentifier } from './identifier.ts';

/** The exported names of one module, so that no two declarations share one. */
export class ModuleNames {
  readonly #taken: Set<string>;

  /** @param reserved - names that the module imports or always declares. */
  constructor(reserved: Iterable<string>) {
    this.#taken = new Set(reserved);
  }

  /**
   * Takes a name that is still free.
   *
   * @param candidates - names in order of preference; they are escaped.
   * @returns the first that is free, or else the last with the least number from 2 that makes it so.
   */
  claim(...candidates: readonly [string, ...string[]]): string {
    const names = candidates.map(escapeIdentifier);
    let name = names.find((candidate) => !this.#taken.has(candidate));
    for (let number = 2; name === undefined; number++) {
      const numbered = `${names.at(-1) ?? ''}${number}`;
      if (!this.#taken.has(numbered)) name = numbered;
    }
    this.#taken.add(name);
    return name;
  }
}
