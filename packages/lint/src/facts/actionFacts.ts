import { compileGlob, type Matcher } from '@policywright/arn';

/** What is known about one entry of `Action` or `NotAction`; shared by all statements with the same text. */
export class ActionFacts {
  /** The text as written. */
  readonly text: string;
  /** The part before the colon in lower case; empty for `*`. */
  readonly prefix: string;
  /** The part behind the colon; all of it where there is none. */
  readonly name: string;
  /** Whether it has `*` or `?`. */
  readonly hasWildcard: boolean;
  /** The text in lower case: letters of actions match whatever their case (rule S61). */
  readonly lower: string;
  readonly #literalPrefix: string;
  #matcher: Matcher | undefined;

  /** @internal */
  constructor(text: string) {
    this.text = text;
    const colon = text.indexOf(':');
    this.lower = text.toLowerCase();
    this.prefix = this.lower.slice(0, Math.max(colon, 0));
    this.name = text.slice(colon + 1);
    this.hasWildcard = /[*?]/.test(text);
    this.#literalPrefix = colon < 0 || /[*?]/.test(this.prefix) ? '' : this.lower.slice(0, colon + 1);
  }

  /** Whether it is `*` or `*:*`. */
  get isEverything(): boolean {
    return /^\*+(?::\*+)?$/.test(this.text);
  }

  /** Whether its prefix does not say of which service it is: there is none, or it has wildcards. */
  get isOfAnyService(): boolean {
    return /^$|[*?]/.test(this.prefix);
  }

  /** The pattern, compiled. */
  get matcher(): Matcher {
    return (this.#matcher ??= compileGlob(this.text, { ignoreCase: true }));
  }

  /** Whether it matches an action, known to the catalog or not (rules S61 to S66). */
  matches(fullName: string): boolean {
    if (this.text === '*') return true;
    // Lengths and literal prefixes tell most of them apart at once.
    if (!this.hasWildcard)
      return this.text.length === fullName.length && this.lower === fullName.toLowerCase();
    const head = this.#literalPrefix;
    return fullName.slice(0, head.length).toLowerCase() === head && this.matcher.matches(fullName);
  }
}
