import type { Action, ActionName, ActionResource, ActionScenario } from '../model/action.ts';
import type { KeyLists } from './keyLists.ts';
import { NONE } from './none.ts';
import { LEVELS, NOT_IN_OVERLAY, PERMISSION_ONLY } from './textFormat.ts';

/** What all actions of one line have in common. */
export type Shape = Pick<
  Action,
  'accessLevels' | 'resourceTypes' | 'conditionKeys' | 'dependentActions' | 'permissionOnly'
>;

/** Decodes the shapes of a service; equal parts are decoded once and shared. */
export class Shapes {
  readonly #prefix: string;
  readonly #resourceNames: readonly string[];
  readonly #keys: KeyLists;
  readonly #shapes = new Map<string, Shape>();
  readonly #resources = new Map<string, ActionResource>();

  constructor(prefix: string, resourceNames: readonly string[], keys: KeyLists) {
    this.#prefix = prefix;
    this.#resourceNames = resourceNames;
    this.#keys = keys;
  }

  /** @param text - the part of an action line in front of the colon. */
  shape(text: string): Shape {
    let shape = this.#shapes.get(text);
    if (shape === undefined) {
      shape = this.#decodeShape(text);
      this.#shapes.set(text, shape);
    }
    return shape;
  }

  /** Decodes the scenarios of the service, by name of the action. */
  scenarios(lines: readonly string[]): ReadonlyMap<string, readonly ActionScenario[]> {
    const scenarios = new Map<string, ActionScenario[]>();
    for (const line of lines) {
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

  #decodeShape(text: string): Shape {
    const [first = '', ...resources] = text.split(' ');
    const flag = first.charAt(1);
    const known = flag !== NOT_IN_OVERLAY;
    return {
      accessLevels: LEVELS[first.charAt(0)] ?? NONE,
      resourceTypes: resources.length === 0 ? NONE : resources.map((field) => this.#resource(field)),
      conditionKeys: this.#conditionKeys(first),
      dependentActions: known ? this.#dependentActions(first) : undefined,
      permissionOnly: known ? flag === PERMISSION_ONLY : undefined,
    };
  }

  /** Decodes a field such as `1k*@0,2>iam:PassRole`. */
  #resource(field: string): ActionResource {
    let resource = this.#resources.get(field);
    if (resource === undefined) {
      resource = {
        // `parseInt` stops at the first character that is no digit of base 36.
        name: this.#resourceNames[parseInt(field, 36)] ?? '',
        required: /^[0-9a-z]+\*/.test(field),
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
    return this.#keys.pick(field.slice(at + 1, end < 0 ? undefined : end));
  }

  #dependentActions(field: string): readonly ActionName[] {
    const start = field.indexOf('>');
    if (start < 0) return NONE;
    const names = field.slice(start + 1).split(',');
    return names.map((name): ActionName =>
      name.includes(':') ? (name as ActionName) : `${this.#prefix}:${name}`,
    );
  }
}
