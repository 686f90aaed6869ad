import {
  getAction,
  getResourceType,
  getService,
  type Action,
  type ResourceType,
} from '@policywright/catalog';
import { jointActions } from '../data/jointResources.ts';
import { EXTRA_TYPES, UNQUALIFIED_FUNCTION_ACTIONS } from '../data/arnNames.ts';

// Actions of the catalog are immutable and live as long as it does.
const typesByAction = new WeakMap<Action, readonly ResourceType[]>();
const comparedByAction = new WeakMap<Action, readonly ResourceType[]>();
const keysByAction = new WeakMap<Action, ReadonlySet<string>>();

/** The resource types of an action, with their ARN formats. */
export function resourceTypesOf(action: Action): readonly ResourceType[] {
  let types = typesByAction.get(action);
  if (types === undefined) {
    const names = new Set(action.resourceTypes.map(({ name }) => name));
    types = (getService(action.service)?.resourceTypes ?? []).filter(({ name }) => names.has(name));
    typesByAction.set(action, types);
  }
  return types;
}

/** The resource types against each of which every request for an action is surely checked (rule S60). */
export function jointTypesOf(action: Action): readonly ResourceType[] {
  if (!jointActions().has(action.fullName)) return [];
  const required = new Set(action.resourceTypes.filter((type) => type.required).map(({ name }) => name));
  return resourceTypesOf(action).filter(({ name }) => required.has(name));
}

/** The resource types whose ARNs requests for an action can name: also those that the reference does not list with it. */
export function comparedTypesOf(action: Action): readonly ResourceType[] {
  let compared = comparedByAction.get(action);
  if (compared === undefined) {
    const types = resourceTypesOf(action);
    const further = furtherTypesOf(action, types);
    compared = [...types, ...further.flatMap((name) => getResourceType(action.service, name) ?? [])];
    comparedByAction.set(action, compared);
  }
  return compared;
}

function furtherTypesOf({ service, fullName }: Action, types: readonly ResourceType[]): readonly string[] {
  if (service !== 'lambda') return EXTRA_TYPES.get(fullName) ?? [];
  const isQualified =
    !UNQUALIFIED_FUNCTION_ACTIONS.has(fullName) && types.some(({ name }) => name === 'function');
  return isQualified ? ['function alias', 'function version'] : [];
}

/** Actions of STS that are decided together with the assuming of a role, on the same request. */
export const BESIDE_ASSUMING: ReadonlySet<string> = new Set([
  'sts:TagSession',
  'sts:SetSourceIdentity',
  'sts:SetContext',
]);
const ASSUMING = ['sts:AssumeRole', 'sts:AssumeRoleWithSAML', 'sts:AssumeRoleWithWebIdentity'];

/** The condition keys that a request for an action can have, each as {@link keyStem} has it. */
export function keysOf(action: Action): ReadonlySet<string> {
  let keys = keysByAction.get(action);
  if (keys === undefined) {
    const beside = BESIDE_ASSUMING.has(action.fullName)
      ? ASSUMING.flatMap((name) => getAction(name) ?? [])
      : [];
    keys = new Set([...namesOfKeys(action).map(keyStem), ...beside.flatMap((other) => [...keysOf(other)])]);
    keysByAction.set(action, keys);
  }
  return keys;
}

function namesOfKeys(action: Action): readonly string[] {
  return [
    ...action.conditionKeys,
    ...action.resourceTypes.flatMap(({ conditionKeys }) => conditionKeys),
    ...resourceTypesOf(action)
      .flatMap(({ conditionKeys }) => conditionKeys)
      .filter(isOfResources),
  ];
}

/** Whether a key can come with a resource, whatever the action: tags that are sent depend on the action alone. */
function isOfResources(name: string): boolean {
  return !/^aws:(?:requesttag\/|tagkeys$)/i.test(name);
}

/**
 * The name of a condition key in lower case, without the variable at its end, for which the reference writes
 * `${TagKey}`, `tag-key` or nothing.
 *
 * @param name - the template name of the catalog.
 */
export function keyStem(name: string): string {
  return name.toLowerCase().replace(/\/(?:tag-key|\$\{[^}]*\})$/, '/');
}
