import { isUnknownText, type Effect, type JsonNode, type Statement } from '@policywright/policy';
import type { ActionFacts } from './actionFacts.ts';
import { ConditionFacts } from './conditionFacts.ts';
import { ListEntry } from './listEntry.ts';
import { parentPointer } from './parentPointer.ts';
import type { ResourceFacts } from './resourceFacts.ts';

/** What a statement asks of the document that it is part of, as `LintContext` answers it. */
export interface StatementContext {
  readonly hasUnknowns: boolean;
  readonly isUnknown: (pointer: string) => boolean;
  readonly hasAnyOperator: (pointer: string) => boolean;
  readonly nodeAt: (pointer: string) => JsonNode | undefined;
  readonly actionFacts: (text: string) => ActionFacts;
  readonly resourceFacts: (text: string, unknown: boolean) => ResourceFacts;
  readonly spendNames: (facts: ActionFacts) => boolean;
  readonly cut: (what: string, pointer?: string) => void;
}

/** What is known about a statement; computed when first asked for, and shared by the rules. */
export class StatementFacts {
  /** The statement as `@policywright/policy` reads it. */
  readonly statement: Statement;
  readonly #context: StatementContext;
  #actions: readonly ListEntry<ActionFacts>[] | undefined;
  #resources: readonly ListEntry<ResourceFacts>[] | undefined;
  #conditions: readonly ConditionFacts[] | undefined;

  /** @internal */
  constructor(context: StatementContext, statement: Statement) {
    this.#context = context;
    this.statement = statement;
  }

  /** The pointer of the statement. */
  get pointer(): string {
    return this.statement.pointer;
  }

  /** Whether its effect is `Allow`. */
  get allows(): boolean {
    return this.statement.effect === 'Allow';
  }

  /** Whether its effect is the one given, or the caller says that it is not known. */
  mayHave(effect: Effect): boolean {
    return this.statement.effect === effect || this.#context.isUnknown(`${this.pointer}/Effect`);
  }

  /** Which of the two elements it has. */
  get actionName(): 'Action' | 'NotAction' {
    return this.statement.action.negated ? 'NotAction' : 'Action';
  }

  /** Which of the two elements it has; `Resource` where it has none. */
  get resourceName(): 'Resource' | 'NotResource' {
    return this.statement.resource?.negated === true ? 'NotResource' : 'Resource';
  }

  /** The pointer of `Action` or `NotAction`. */
  get actionPointer(): string {
    return `${this.pointer}/${this.actionName}`;
  }

  /** The pointer of `Resource` or `NotResource`. */
  get resourcePointer(): string {
    return `${this.pointer}/${this.resourceName}`;
  }

  /** The pointer of `Principal` or `NotPrincipal`. */
  get principalPointer(): string {
    return `${this.pointer}/${this.statement.principal?.negated === true ? 'NotPrincipal' : 'Principal'}`;
  }

  /** The entries of `Action` or `NotAction`. */
  get actions(): readonly ListEntry<ActionFacts>[] {
    return (this.#actions ??= this.#readActions());
  }

  /** The entries of `Resource` or `NotResource`; none where it has neither. */
  get resources(): readonly ListEntry<ResourceFacts>[] {
    return (this.#resources ??= this.#entries(
      this.resourcePointer,
      this.statement.resource?.values ?? [],
      (text, unknown) => this.#context.resourceFacts(text, unknown),
    ));
  }

  /** Its conditions, one for each operator and key. */
  get conditions(): readonly ConditionFacts[] {
    return (this.#conditions ??= this.statement.conditions.map((condition) => new ConditionFacts(condition)));
  }

  /** Whether it may have conditions on keys that are not known. */
  get hasUnknownCondition(): boolean {
    if (!this.#context.hasUnknowns) return false;
    const element = `${this.pointer}/Condition`;
    return this.conditions.some(
      ({ condition, pointer }) =>
        isUnknownText(condition.key) ||
        this.#context.hasAnyOperator(pointer) ||
        this.#context.isUnknown(element) ||
        this.#context.isUnknown(parentPointer(pointer)),
    );
  }

  /** Whether it is `Resource` with an entry that covers everything, or there is none at all. */
  get coversEveryResource(): boolean {
    const { resource } = this.statement;
    if (resource === undefined) return false;
    return !resource.negated && this.resources.some(({ facts }) => facts.isEverything);
  }

  /** Whether the statement is about an action. */
  matchesAction(fullName: string): boolean {
    const matched = this.actions.some(({ facts, unknown }) => unknown || facts.matches(fullName));
    return matched !== this.statement.action.negated;
  }

  /** The conditions on a key, in lower case. */
  conditionsOn(...keys: readonly string[]): readonly ConditionFacts[] {
    return this.conditions.filter(({ key }) => keys.includes(key));
  }

  #readActions(): readonly ListEntry<ActionFacts>[] {
    const entries = this.#entries(this.actionPointer, this.statement.action.values, (text) =>
      this.#context.actionFacts(text),
    );
    const end = entries.findIndex(({ facts }) => !this.#context.spendNames(facts));
    if (end < 0) return entries;
    this.#context.cut(
      'too many patterns of actions to compare them all with the catalog',
      entries[end]?.pointer,
    );
    // What is not looked at is taken for unknown: it can match anything, and draws no finding.
    return entries.map((entry, index) => (index < end ? entry : entry.asUnknown()));
  }

  #entries<Facts>(
    pointer: string,
    values: readonly string[],
    factsOf: (text: string, unknown: boolean) => Facts,
  ): readonly ListEntry<Facts>[] {
    const isList = this.#context.nodeAt(pointer)?.kind === 'array';
    const { hasUnknowns } = this.#context;
    const known = { element: pointer, isList, unknown: false };
    return values.map((text, index) => {
      const unknown = hasUnknowns && this.#context.isUnknown(isList ? `${pointer}/${index}` : pointer);
      return new ListEntry(factsOf(text, unknown), index, unknown ? { ...known, unknown } : known);
    });
  }
}
