import type { Action, ActionName, ActionResource, ActionScenario } from '../model/action.ts';
import type { KeyLists } from './keyLists.ts';
import { NONE } from './none.ts';
import { linesOf } from './serviceText.ts';
import { LEVELS, NOT_IN_OVERLAY, PERMISSION_ONLY } from './textFormat.ts';

/** What all actions that are alike have in common. */
export type Shape = Pick<
  Action,
  'accessLevels' | 'resourceTypes' | 'conditionKeys' | 'dependentActions' | 'permissionOnly'
>;

/** The parts of a service that its shapes refer to. */
export interface ShapeContext {
  readonly prefix: string;
  readonly resourceNames: readonly string[];
  readonly keys: KeyLists;
}

/** Decodes the shapes of a service; equal parts are decoded once and shared. */
export class Shapes {
  /** How many there are. */
  readonly count: number;
  readonly #context: ShapeContext;
  readonly #lines: readonly string[];
  readonly #shapes: (Shape | undefined)[] = [];
  readonly #resources = new Map<string, ActionResource>();

  constructor(section: string, context: ShapeContext) {
    this.#context = context;
    this.#lines = linesOf(section);
    this.count = this.#lines.length;
  }

  /** @param index - of the line of the shape. */
  shape(index: number): Shape {
    return (this.#shapes[index] ??= this.#decodeShape(this.#lines[index] ?? ''));
  }

  /** Decodes the scenarios of the service, by name of the action. */
  scenarios(section: string): ReadonlyMap<string, readonly ActionScenario[]> {
    const scenarios = new Map<string, ActionScenario[]>();
    for (const line of linesOf(section)) {
      const [action = '', name = '', resources = ''] = line.split('|');
      const resourceTypes = resources.split(' ').map((field) => {
        const { name: resource, required } = this.#resource(field);
        return { name: resource, required };
      });
      const list = scenarios.get(action) ?? [];
      list.push({ name, resourceTypes });
      scenarios.set(action, list);
    }
    return scenarios;
  }

  #decodeShape(line: string): Shape {
    const space = line.indexOf(' ');
    const first = space < 0 ? line : line.slice(0, space);
    const flag = line.charAt(1);
    const known = flag !== NOT_IN_OVERLAY;
    return {
      accessLevels: LEVELS[line.charAt(0)] ?? NONE,
      resourceTypes: space < 0 ? NONE : this.#resourcesOf(line.slice(space + 1)),
      conditionKeys: this.#conditionKeys(first),
      dependentActions: known ? this.#dependentActions(first) : undefined,
      permissionOnly: known ? flag === PERMISSION_ONLY : undefined,
    };
  }

  #resourcesOf(fields: string): readonly ActionResource[] {
    const resources: ActionResource[] = [];
    for (const field of fields.split(' ')) resources.push(this.#resource(field));
    return resources;
  }

  /** Decodes a field such as `1k*@0,2>iam:PassRole`. */
  #resource(field: string): ActionResource {
    let resource = this.#resources.get(field);
    if (resource === undefined) {
      // `parseInt` stops at the first character that is no digit of base 36.
      const index = parseInt(field, 36);
      resource = {
        name: this.#context.resourceNames[index] ?? '',
        required: field.charAt(index < 36 ? 1 : 2) === '*',
        conditionKeys: this.#conditionKeys(field),
        dependentActions: this.#dependentActions(field),
      };
      this.#resources.set(field, resource);
    }
    return resource;
  }

  #conditionKeys(field: string): readonly string[] {
    const at = field.indexOf('@');
    if (at < 0) return NONE;
    const end = field.indexOf('>', at);
    return this.#context.keys.pick(end < 0 ? field.slice(at + 1) : field.slice(at + 1, end));
  }

  #dependentActions(field: string): readonly ActionName[] {
    const start = field.indexOf('>');
    if (start < 0) return NONE;
    const names: ActionName[] = [];
    for (const name of field.slice(start + 1).split(',')) {
      names.push(name.includes(':') ? (name as ActionName) : `${this.#context.prefix}:${name}`);
    }
    return names;
  }
}
