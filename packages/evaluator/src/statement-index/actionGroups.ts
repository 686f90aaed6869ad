import { asciiLowerCase } from '../statement/actionPattern.ts';
import { statementCoversAction, type CompiledStatement } from '../statement/compiledStatement.ts';

/** Statements that cover the same actions: they have the same effect and the same `Action` or `NotAction`. */
export interface ActionGroup {
  /** Its place among all groups of an index. */
  readonly number: number;
  readonly statements: readonly [CompiledStatement, ...CompiledStatement[]];
}

/** Statements, and their groups once they were asked for. */
interface Grouping {
  readonly statements: CompiledStatement[];
  groups: readonly ActionGroup[] | undefined;
}

/**
 * The statements of a policy set, by the services that their actions name and by equal lists of actions.
 *
 * Statements are sorted by service at once, which needs a look at the patterns' prefixes only, and grouped when
 * an action of their service is first asked for: most requests are about few of the services in a policy.
 */
export class ActionGroups {
  readonly #byService: Map<string, Grouping> = new Map();
  /** With `NotAction`, or a pattern that is not held to one service. */
  readonly #anyService: Grouping = { statements: [], groups: undefined };
  #count = 0;

  /** @param statements - in the order of the policy set. */
  constructor(statements: readonly CompiledStatement[]) {
    for (const statement of statements) if (statement.takesPart) this.#add(statement);
  }

  /**
   * The groups that cover an action.
   *
   * @param action - in lower case.
   * @param service - its prefix.
   */
  covering(action: string, service: string): readonly ActionGroup[] {
    const ofService = this.#byService.get(service);
    const groups = [
      ...(ofService === undefined ? [] : this.#groupsOf(ofService)),
      ...this.#groupsOf(this.#anyService),
    ];
    return groups.filter(({ statements: [first] }) => statementCoversAction(first, action));
  }

  #groupsOf(grouping: Grouping): readonly ActionGroup[] {
    return (grouping.groups ??= this.#group(grouping.statements));
  }

  #group(statements: readonly CompiledStatement[]): readonly ActionGroup[] {
    const groups = new Map<string, [CompiledStatement, ...CompiledStatement[]]>();
    for (const statement of statements) {
      const { negated, values } = statement.source.action;
      const key = `${statement.deny ? 'D' : 'A'}${negated ? '!' : ''}${JSON.stringify(values)}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [statement]);
      else group.push(statement);
    }
    return Array.from(groups.values(), (group) => ({ number: this.#count++, statements: group }));
  }

  #add(statement: CompiledStatement): void {
    const { negated, values } = statement.source.action;
    if (negated) this.#anyService.statements.push(statement);
    else {
      // One statement mostly names actions of one service in a row.
      let last: string | undefined;
      for (const text of values) {
        if (last !== undefined && text.startsWith(last)) continue;
        const service = serviceOf(text);
        if (service === undefined) pushOnce(this.#anyService.statements, statement);
        else {
          last = text.slice(0, service.length + 1);
          this.#addToService(service, statement);
        }
      }
    }
  }

  #addToService(service: string, statement: CompiledStatement): void {
    const known = this.#byService.get(service);
    if (known === undefined) this.#byService.set(service, { statements: [statement], groups: undefined });
    else pushOnce(known.statements, statement);
  }
}

/** The service to whose actions a pattern is held; `undefined` if it has no colon or a wildcard in the prefix. */
function serviceOf(pattern: string): string | undefined {
  const colon = pattern.indexOf(':');
  if (colon < 0) return undefined;
  const service = pattern.slice(0, colon);
  return service.includes('*') || service.includes('?') ? undefined : asciiLowerCase(service);
}

/** INVARIANT: one statement is added at a time, so that it can only be the last. */
function pushOnce(list: CompiledStatement[], statement: CompiledStatement): void {
  if (list[list.length - 1] !== statement) list.push(statement);
}
