import { compileGlob } from '@policywright/arn';
import type { Matcher } from '@policywright/arn';
import { expandActions, getAction, getService } from '@policywright/catalog';
import { exampleOf } from './patternCovers.ts';
import type { Action, ActionName } from '@policywright/catalog';

/** What is known about one entry of `Action` or `NotAction`; shared by all statements with the same text. */
export class ActionFacts {
  readonly text: string;
  /** The part before the colon in lower case; empty for `*`. */
  readonly prefix: string;
  readonly name: string;
  readonly hasWildcard: boolean;
  /** The text in lower case: letters of actions match whatever their case (rule S61). */
  readonly lower: string;
  readonly #literalPrefix: string;
  #expanded: readonly ActionName[] | undefined;
  #matcher: Matcher | undefined;
  #example: string | null | undefined;
  #action: Action | null | undefined;
  #catalogActions: readonly Action[] | undefined;
  #permissionsManagement: readonly string[] | undefined;

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

  /** Whether it has a literal prefix that the catalog knows. */
  get hasKnownService(): boolean {
    return getService(this.prefix) !== undefined;
  }

  /** The catalog's actions that it matches. */
  get expanded(): readonly ActionName[] {
    return (this.#expanded ??= this.#expand());
  }

  /** The action, where it names exactly one without wildcards. */
  get action(): Action | undefined {
    if (this.#action === undefined) this.#action = this.hasWildcard ? null : (getAction(this.text) ?? null);
    return this.#action ?? undefined;
  }

  /** The catalog's actions that it matches, in full. */
  get catalogActions(): readonly Action[] {
    return (this.#catalogActions ??=
      this.action === undefined ? this.expanded.flatMap((name) => getAction(name) ?? []) : [this.action]);
  }

  /** The catalog's actions that it matches and whose access level is permissions management. */
  get permissionsManagement(): readonly string[] {
    return (this.#permissionsManagement ??= this.catalogActions
      .filter(({ accessLevels }) => accessLevels.includes('Permissions management'))
      .map(({ fullName }) => fullName));
  }

  get matcher(): Matcher {
    return (this.#matcher ??= compileGlob(this.text, { ignoreCase: true }));
  }

  /** A text that it matches, where one was found. */
  get example(): string | undefined {
    if (this.#example === undefined) this.#example = exampleOf(this.matcher, this.text) ?? null;
    return this.#example ?? undefined;
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

  #expand(): readonly ActionName[] {
    const { action } = this;
    return action === undefined ? expandActions(this.text) : [action.fullName];
  }
}
