/** The names of one object, of which none may be another in any letter case. */
export class DistinctNames {
  #first: string | undefined;
  #lowerCase: Set<string> | undefined;

  /** Adds a name; tells whether it is new. */
  add(name: string): boolean {
    if (this.#first === undefined) {
      this.#first = name;
      return true;
    }
    // Most objects have one name.
    const seen = (this.#lowerCase ??= new Set([this.#first.toLowerCase()]));
    const lower = name.toLowerCase();
    if (seen.has(lower)) return false;
    seen.add(lower);
    return true;
  }
}
