import type { Action, ActionName, ActionScenario } from '../model/action.ts';
import { forEachActionName } from './actionNames.ts';
import { NONE } from './none.ts';
import type { Shapes } from './shapes.ts';

/** The undecoded parts of a service that its actions are made of. */
export interface ActionTableInput {
  readonly actionSection: string;
  readonly scenarioLines: readonly string[];
  readonly shapes: () => Shapes;
}

/** An action that may not be decoded yet. */
interface Entry {
  readonly name: string;
  readonly shapeText: string;
  action: Action | undefined;
}

/** The actions of a service: their names are decoded together, an action itself when it is first asked for. */
export class ActionTable {
  /** Names without prefix, sorted by code point. */
  readonly names: readonly string[];
  readonly #prefix: string;
  readonly #input: ActionTableInput;
  #fullNames: readonly ActionName[] | undefined;
  #entries: ReadonlyMap<string, Entry> | undefined;
  #shapes: Shapes | undefined;
  #scenarios: ReadonlyMap<string, readonly ActionScenario[]> | undefined;
  #all: readonly Action[] | undefined;

  constructor(prefix: string, input: ActionTableInput) {
    this.#prefix = prefix;
    this.#input = input;
    const names: string[] = [];
    forEachActionName(input.actionSection, (name) => names.push(name));
    this.names = names.sort();
  }

  /** Names with prefix, sorted by code point. */
  get fullNames(): readonly ActionName[] {
    return (this.#fullNames ??= this.names.map((name): ActionName => `${this.#prefix}:${name}`));
  }

  /** @param anyCase - a name without prefix in any letter case. */
  get(anyCase: string): Action | undefined {
    this.#entries ??= this.#index();
    const entry = this.#entries.get(anyCase.toLowerCase());
    if (entry === undefined) return undefined;
    // INVARIANT: an action is one object, whichever way it is reached.
    return (entry.action ??= this.#make(entry.name, entry.shapeText));
  }

  all(): readonly Action[] {
    if (this.#all === undefined) {
      const known = this.#entries;
      const actions: Action[] = [];
      forEachActionName(this.#input.actionSection, (name, shapeText) => {
        const entry = known?.get(name.toLowerCase());
        const action = entry?.action ?? this.#make(name, shapeText);
        if (entry !== undefined) entry.action = action;
        actions.push(action);
      });
      this.#all = actions.sort((a, b) => (a.name < b.name ? -1 : 1));
    }
    return this.#all;
  }

  #index(): ReadonlyMap<string, Entry> {
    const entries = new Map<string, Entry>();
    if (this.#all === undefined) {
      forEachActionName(this.#input.actionSection, (name, shapeText) => {
        entries.set(name.toLowerCase(), { name, shapeText, action: undefined });
      });
    } else {
      for (const action of this.#all) {
        entries.set(action.name.toLowerCase(), { name: action.name, shapeText: '', action });
      }
    }
    return entries;
  }

  #make(name: string, shapeText: string): Action {
    this.#shapes ??= this.#input.shapes();
    this.#scenarios ??= this.#shapes.scenarios(this.#input.scenarioLines);
    const shape = this.#shapes.shape(shapeText);
    return {
      service: this.#prefix,
      name,
      fullName: `${this.#prefix}:${name}`,
      accessLevels: shape.accessLevels,
      resourceTypes: shape.resourceTypes,
      conditionKeys: shape.conditionKeys,
      dependentActions: shape.dependentActions,
      permissionOnly: shape.permissionOnly,
      wildcardOnly: shape.resourceTypes.length === 0,
      scenarios: this.#scenarios.get(name) ?? NONE,
    };
  }
}
