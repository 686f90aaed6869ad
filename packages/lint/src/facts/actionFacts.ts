import { compileGlob } from '@policywright/arn';
import type { Matcher } from '@policywright/arn';
import { expandActions, getAction, getService } from '@policywright/catalog';
import type { Action, ActionName } from '@policywright/catalog';

/** What is known about one entry of `Action` or `NotAction`; shared by all statements with the same text. */
export class ActionFacts {
  readonly text: string;
  /** The part before the colon in lower case; empty for `*`. */
  readonly prefix: string;
  readonly name: string;
  readonly hasWildcard: boolean;
  #expanded: readonly ActionName[] | undefined;
  #names: ReadonlySet<string> | undefined;
  #matcher: Matcher | undefined;

  constructor(text: string) {
    this.text = text;
    const colon = text.indexOf(':');
    this.prefix = text.slice(0, Math.max(colon, 0)).toLowerCase();
    this.name = text.slice(colon + 1);
    this.hasWildcard = /[*?]/.test(text);
  }

  /** Whether it is `*` or `*:*`. */
  get isEverything(): boolean {
    return /^\*+(?::\*+)?$/.test(this.text);
  }

  /** Whether it has a literal prefix that the catalog knows. */
  get hasKnownService(): boolean {
    return getService(this.prefix) !== undefined;
  }

  /** The catalog's actions that it matches. */
  get expanded(): readonly ActionName[] {
    return (this.#expanded ??= expandActions(this.text));
  }

  get names(): ReadonlySet<string> {
    return (this.#names ??= new Set(this.expanded));
  }

  /** The action, where it names exactly one without wildcards. */
  get action(): Action | undefined {
    return this.hasWildcard ? undefined : getAction(this.text);
  }

  get matcher(): Matcher {
    return (this.#matcher ??= compileGlob(this.text, { ignoreCase: true }));
  }

  /** Whether it matches an action, known to the catalog or not (rules S61 to S66). */
  matches(fullName: string): boolean {
    if (this.text === '*') return true;
    if (!this.hasWildcard) return this.text.toLowerCase() === fullName.toLowerCase();
    return this.matcher.matches(fullName);
  }
}
