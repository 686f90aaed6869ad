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

/** The actions of a service: their names are decoded together, an action itself when it is first asked for. */
export class ActionTable {
  /** Names without prefix, sorted by code point. */
  readonly names: readonly string[];
  readonly #prefix: string;
  readonly #input: ActionTableInput;
  readonly #actions = new Map<string, Action>();
  #byLowerCase: ReadonlyMap<string, { readonly name: string; readonly shapeText: string }> | undefined;
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
    return this.names.map((name): ActionName => `${this.#prefix}:${name}`);
  }

  /** @param anyCase - a name without prefix in any letter case. */
  get(anyCase: string): Action | undefined {
    const entry = this.#index().get(anyCase.toLowerCase());
    return entry === undefined ? undefined : this.#action(entry.name, entry.shapeText);
  }

  all(): readonly Action[] {
    if (this.#all === undefined) {
      const actions: Action[] = [];
      forEachActionName(this.#input.actionSection, (name, shapeText) => {
        actions.push(this.#action(name, shapeText));
      });
      this.#all = actions.sort((a, b) => (a.name < b.name ? -1 : 1));
    }
    return this.#all;
  }

  #index(): ReadonlyMap<string, { readonly name: string; readonly shapeText: string }> {
    if (this.#byLowerCase === undefined) {
      const index = new Map<string, { readonly name: string; readonly shapeText: string }>();
      forEachActionName(this.#input.actionSection, (name, shapeText) => {
        index.set(name.toLowerCase(), { name, shapeText });
      });
      this.#byLowerCase = index;
    }
    return this.#byLowerCase;
  }

  /** The one object of an action, whichever way it is reached. */
  #action(name: string, shapeText: string): Action {
    let action = this.#actions.get(name);
    if (action === undefined) {
      action = this.#make(name, shapeText);
      this.#actions.set(name, action);
    }
    return action;
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
