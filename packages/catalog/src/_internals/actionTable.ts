import type { Action, ActionName, ActionScenario } from '../model/action.ts';
import { decodeNames } from './actionNames.ts';
import { NONE } from './none.ts';
import type { ServiceSections } from './serviceText.ts';
import type { Shapes } from './shapes.ts';
import { shapeDigits } from './textFormat.ts';

/** The actions of a service: their names are decoded together, an action itself when it is first asked for. */
export class ActionTable {
  readonly #prefix: string;
  readonly #sections: ServiceSections;
  readonly #makeShapes: () => Shapes;
  /** INVARIANT: an action is one object, whichever way it is reached. */
  readonly #made: (Action | undefined)[] = [];
  #names: readonly string[] | undefined;
  #fullNames: readonly ActionName[] | undefined;
  #lowerCaseNames: readonly string[] | undefined;
  #indices: ReadonlyMap<string, number> | undefined;
  #shapes: Shapes | undefined;
  #scenarios: ReadonlyMap<string, readonly ActionScenario[]> | undefined;
  #all: readonly Action[] | undefined;

  constructor(prefix: string, sections: ServiceSections, makeShapes: () => Shapes) {
    this.#prefix = prefix;
    this.#sections = sections;
    this.#makeShapes = makeShapes;
  }

  /** Names without prefix, sorted by code point. */
  get names(): readonly string[] {
    return (this.#names ??= decodeNames(this.#sections.names, ''));
  }

  /** Names with prefix, sorted by code point. */
  get fullNames(): readonly ActionName[] {
    return (this.#fullNames ??= decodeNames(this.#sections.names, `${this.#prefix}:`) as ActionName[]);
  }

  /** The names in lower case, in the order of `names`, for matching. */
  get lowerCaseNames(): readonly string[] {
    return (this.#lowerCaseNames ??= this.names.map((name) => name.toLowerCase()));
  }

  /** @param anyCase - a name without prefix in any letter case. */
  get(anyCase: string): Action | undefined {
    this.#indices ??= indexNames(this.names);
    const index = this.#indices.get(anyCase.toLowerCase());
    return index === undefined ? undefined : (this.#made[index] ??= this.#make(index));
  }

  all(): readonly Action[] {
    if (this.#all === undefined) {
      const actions: Action[] = [];
      const count = this.names.length;
      for (let index = 0; index < count; index++) actions.push((this.#made[index] ??= this.#make(index)));
      this.#all = actions;
    }
    return this.#all;
  }

  #make(index: number): Action {
    this.#shapes ??= this.#makeShapes();
    const name = this.names[index] ?? '';
    const digits = shapeDigits(this.#shapes.count);
    const start = index * digits;
    const shape = this.#shapes.shape(parseInt(this.#sections.shapeIndices.slice(start, start + digits), 36));
    return {
      service: this.#prefix,
      name,
      fullName: this.#fullNames?.[index] ?? `${this.#prefix}:${name}`,
      accessLevels: shape.accessLevels,
      resourceTypes: shape.resourceTypes,
      conditionKeys: shape.conditionKeys,
      dependentActions: shape.dependentActions,
      permissionOnly: shape.permissionOnly,
      wildcardOnly: shape.resourceTypes.length === 0,
      // Few services have any.
      scenarios: this.#sections.scenarios === '' ? NONE : this.#scenariosOf(name, this.#shapes),
    };
  }

  #scenariosOf(name: string, shapes: Shapes): readonly ActionScenario[] {
    this.#scenarios ??= shapes.scenarios(this.#sections.scenarios);
    return this.#scenarios.get(name) ?? NONE;
  }
}

function indexNames(names: readonly string[]): ReadonlyMap<string, number> {
  const indices = new Map<string, number>();
  names.forEach((name, index) => indices.set(name.toLowerCase(), index));
  return indices;
}
