import type { Action, ActionName, ActionResource, ActionScenario } from '../model/action.ts';
import type { KeyLists } from './keyLists.ts';
import { NONE } from './none.ts';
import { linesOf } from './serviceText.ts';
import { FLAGS, LEVELS } from './textFormat.ts';

/** What all actions that are alike have in common. */
export type Shape = Pick<
  Action,
  'accessLevels' | 'resourceTypes' | 'conditionKeys' | 'dependentActions' | 'permissionOnly'
>;

/** The parts of a service that its shapes refer to. */
export interface ShapeContext {
  readonly prefix: string;
  /** The section of the resource types. */
  readonly resourceTypes: string;
  readonly keys: KeyLists;
}

/** The shapes of a service. */
export interface Shapes {
  /** How many there are. */
  readonly count: number;
  /** @param index - of the line of the shape. */
  shape(index: number): Shape;
  /** Decodes the scenarios of the service, by name of the action. */
  scenarios(section: string): ReadonlyMap<string, readonly ActionScenario[]>;
}

/**
 * Decodes the shapes of a service when they are asked for; equal parts are decoded once and shared.
 *
 * A closure, since an engine that meets the code for the first time reads variables faster than private fields.
 */
export function decodeShapes(section: string, { prefix, resourceTypes, keys }: ShapeContext): Shapes {
  const lines = linesOf(section);
  const resourceLines = linesOf(resourceTypes);
  const shapes: (Shape | undefined)[] = [];
  const resources = new Map<string, ActionResource>();

  const conditionKeys = (field: string): readonly string[] => {
    const at = field.indexOf('@');
    if (at < 0) return NONE;
    const end = field.indexOf('>', at);
    return keys(end < 0 ? field.slice(at + 1) : field.slice(at + 1, end));
  };

  /** Decodes a field such as `1k*@0,2>iam:PassRole`. */
  const resource = (field: string): ActionResource => {
    const known = resources.get(field);
    if (known !== undefined) return known;
    // `parseInt` stops at the first character that is no digit of base 36.
    const index = parseInt(field, 36);
    const line = resourceLines[index] ?? '';
    const made = {
      name: line.slice(0, line.indexOf('=')),
      required: field.charAt(index < 36 ? 1 : 2) === '*',
      conditionKeys: conditionKeys(field),
      dependentActions: dependentActions(field, prefix),
    };
    resources.set(field, made);
    return made;
  };

  const decode = (line: string): Shape => {
    const space = line.indexOf(' ');
    const first = space < 0 ? line : line.slice(0, space);
    const letter = line.charAt(1);
    const flag = FLAGS.find((one) => one.letter === letter);
    return {
      accessLevels: LEVELS[line.charAt(0)] ?? NONE,
      resourceTypes:
        space < 0
          ? NONE
          : line
              .slice(space + 1)
              .split(' ')
              .map(resource),
      conditionKeys: conditionKeys(first),
      dependentActions: flag?.dependents === false ? undefined : dependentActions(first, prefix),
      permissionOnly: flag === undefined ? false : flag.permissionOnly,
    };
  };

  return {
    count: lines.length,
    shape: (index) => (shapes[index] ??= decode(lines[index] ?? '')),
    scenarios: (text) => decodeScenarios(text, resource),
  };
}

function decodeScenarios(
  section: string,
  resource: (field: string) => ActionResource,
): ReadonlyMap<string, readonly ActionScenario[]> {
  const scenarios = new Map<string, ActionScenario[]>();
  for (const line of linesOf(section)) {
    const [action = '', name = '', fields = ''] = line.split('|');
    const resourceTypes = fields.split(' ').map((field) => {
      const { name: type, required } = resource(field);
      return { name: type, required };
    });
    const list = scenarios.get(action) ?? [];
    list.push({ name, resourceTypes });
    scenarios.set(action, list);
  }
  return scenarios;
}

function dependentActions(field: string, prefix: string): readonly ActionName[] {
  const start = field.indexOf('>');
  if (start < 0) return NONE;
  return field
    .slice(start + 1)
    .split(',')
    .map((name) => (name.includes(':') ? (name as ActionName) : (`${prefix}:${name}` as const)));
}
