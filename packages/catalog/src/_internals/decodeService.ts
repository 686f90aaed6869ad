import type { Action, ActionName, ActionResource, ActionScenario } from '../model/action.ts';
import type { ConditionKey } from '../model/conditionKey.ts';
import type { ResourceType } from '../model/resourceType.ts';
import { arnHead, KEY_TYPES, LEVELS, NOT_IN_OVERLAY, PERMISSION_ONLY, VERBS } from './textFormat.ts';

/** The lists of a service, decoded. */
export interface ServiceContent {
  readonly actions: readonly Action[];
  readonly resourceTypes: readonly ResourceType[];
  readonly conditionKeys: readonly ConditionKey[];
}

const NOTHING: readonly never[] = [];
const LOWER_A = 97;

/** What the first line of the text of a service says. */
export interface ServiceHead {
  readonly prefix: string;
  readonly name: string;
  readonly resourceControlPolicies: boolean;
}

/** Reads the first line of the text of a service, without decoding the rest. */
export function decodeHead(text: string): ServiceHead {
  const space = text.indexOf(' ');
  const name = text.slice(space + 1, text.indexOf('\n'));
  const resourceControlPolicies = name.startsWith('+');
  return {
    prefix: text.slice(0, space),
    name: resourceControlPolicies ? name.slice(1) : name,
    resourceControlPolicies,
  };
}

/**
 * Decodes the text of a service, in the format that `textFormat.ts` describes.
 *
 * @param text - generated text; anything else gives nonsense, never an exception.
 */
export function decodeService(text: string): ServiceContent {
  const { prefix } = decodeHead(text);
  const [head = '', body = '', tail = ''] = text.split('\n\n');
  const [, keyLine = '', ...resourceLines] = head.split('\n');
  const conditionKeys = decodeKeys(prefix, keyLine);
  const keyNames = conditionKeys.map((key) => key.name);
  const resourceTypes = resourceLines.map((line) => decodeResourceType(line, prefix, keyNames));
  const context: Context = { prefix, keyNames, resourceNames: resourceTypes.map((type) => type.name) };
  const actions = decodeActions(body, context, decodeScenarios(tail, context));
  return { actions, resourceTypes, conditionKeys };
}

interface Context {
  readonly prefix: string;
  readonly keyNames: readonly string[];
  readonly resourceNames: readonly string[];
}

function decodeKeys(prefix: string, line: string): ConditionKey[] {
  if (line === '-') return [];
  return line.split('|').map((field) => {
    const letter = field.slice(0, 1);
    const upper = letter.toUpperCase();
    const name = variables(field.slice(1));
    return {
      name: name.startsWith(':') ? prefix + name : name,
      type: KEY_TYPES[upper] ?? 'String',
      multivalued: letter !== upper,
    };
  });
}

function decodeResourceType(line: string, prefix: string, keyNames: readonly string[]): ResourceType {
  const equals = line.indexOf('=');
  const at = line.lastIndexOf('@');
  const formats = line.slice(equals + 1, at < 0 ? undefined : at).split('|');
  return {
    service: prefix,
    name: line.slice(0, equals),
    arnFormats: formats.map((format) => {
      const full = variables(format);
      return full.startsWith('~') ? arnHead(prefix) + full.slice(1) : full;
    }),
    conditionKeys: at < 0 ? NOTHING : pick(line.slice(at + 1), keyNames),
  };
}

function decodeActions(
  body: string,
  context: Context,
  scenarios: ReadonlyMap<string, readonly ActionScenario[]>,
): Action[] {
  const actions: Action[] = [];
  for (const line of body.split('\n')) {
    const colon = line.lastIndexOf(':');
    if (colon < 0) continue;
    const shape = decodeShape(line.slice(0, colon), context);
    for (const code of line.slice(colon + 1).split(' ')) {
      const name = decodeActionName(code);
      actions.push({
        service: context.prefix,
        name,
        fullName: `${context.prefix}:${name}`,
        accessLevels: shape.accessLevels,
        resourceTypes: shape.resourceTypes,
        conditionKeys: shape.conditionKeys,
        dependentActions: shape.dependentActions,
        permissionOnly: shape.permissionOnly,
        wildcardOnly: shape.resourceTypes.length === 0,
        scenarios: scenarios.get(name) ?? NOTHING,
      });
    }
  }
  return actions.sort((a, b) => (a.name < b.name ? -1 : 1));
}

type Shape = Pick<
  Action,
  'accessLevels' | 'resourceTypes' | 'conditionKeys' | 'dependentActions' | 'permissionOnly'
>;

function decodeShape(text: string, context: Context): Shape {
  const [first = '', ...resources] = text.split(' ');
  const flag = first.charAt(1);
  const known = flag !== NOT_IN_OVERLAY;
  const requirements = decodeRequirements(first, context);
  return {
    accessLevels: LEVELS[first.charAt(0)] ?? NOTHING,
    resourceTypes:
      resources.length === 0 ? NOTHING : resources.map((field) => decodeResource(field, context)),
    conditionKeys: requirements.conditionKeys,
    dependentActions: known ? requirements.dependentActions : undefined,
    permissionOnly: known ? flag === PERMISSION_ONLY : undefined,
  };
}

function decodeResource(field: string, context: Context): ActionResource {
  const end = field.search(/[*@>]/);
  const index = end < 0 ? field : field.slice(0, end);
  return {
    name: context.resourceNames[parseInt(index, 36)] ?? '',
    required: end >= 0 && field.charAt(end) === '*',
    ...decodeRequirements(field, context),
  };
}

/** Reads the `@keys` and `>dependents` of a field. */
function decodeRequirements(
  field: string,
  context: Context,
): { conditionKeys: readonly string[]; dependentActions: readonly ActionName[] } {
  const more = field.indexOf('>');
  const before = more < 0 ? field : field.slice(0, more);
  const at = before.indexOf('@');
  return {
    conditionKeys: at < 0 ? NOTHING : pick(before.slice(at + 1), context.keyNames),
    dependentActions:
      more < 0
        ? NOTHING
        : field
            .slice(more + 1)
            .split(',')
            .map((name): ActionName =>
              name.includes(':') ? (name as ActionName) : `${context.prefix}:${name}`,
            ),
  };
}

function decodeScenarios(tail: string, context: Context): Map<string, ActionScenario[]> {
  const scenarios = new Map<string, ActionScenario[]>();
  for (const line of tail.split('\n')) {
    const [action, name, resources] = line.split('|');
    if (action === undefined || name === undefined || resources === undefined) continue;
    const list = scenarios.get(action) ?? [];
    list.push({
      name,
      resourceTypes: resources.split(' ').map((field) => {
        const { name: resource, required } = decodeResource(field, context);
        return { name: resource, required };
      }),
    });
    scenarios.set(action, list);
  }
  return scenarios;
}

function decodeActionName(code: string): string {
  const first = code.charCodeAt(0);
  if (code.startsWith('=')) return code.slice(1);
  return first >= LOWER_A ? (VERBS[first - LOWER_A] ?? '') + code.slice(1) : code;
}

function pick(indices: string, names: readonly string[]): string[] {
  return indices.split(',').map((index) => names[parseInt(index, 36)] ?? '');
}

function variables(text: string): string {
  return text.includes('[') ? text.replaceAll('[', '${').replaceAll(']', '}') : text;
}
