import { getService, matchResource, services, type Action } from '@policywright/catalog';

/** Actions by `prefix type`. */
const byType = new Map<string, readonly string[]>();
let everyAction: readonly Action[] | undefined;
let onNothing: readonly string[] | undefined;

/**
 * The actions that mean something on a resource: those that the reference lists with a type that its ARN can be of; on `*`,
 * those that have no resource types at all (rule S47).
 *
 * @param resource - ARN or `*`.
 * @returns full names, each once; empty where the catalog knows no such ARN.
 */
export function actionsOn(resource: string): readonly string[] {
  if (resource === '*') return (onNothing ??= wildcardActions());
  return [...new Set(matchResource(resource).flatMap(({ type }) => actionsOfType(type.service, type.name)))];
}

function actionsOfType(prefix: string, type: string): readonly string[] {
  const key = `${prefix} ${type}`;
  let actions = byType.get(key);
  if (actions === undefined) {
    actions = (getService(prefix)?.actions ?? [])
      .filter(({ resourceTypes }) => resourceTypes.some(({ name }) => name === type))
      .map(({ fullName }) => fullName);
    byType.set(key, actions);
  }
  return actions;
}

function wildcardActions(): readonly string[] {
  return allActions()
    .filter(({ wildcardOnly }) => wildcardOnly)
    .map(({ fullName }) => fullName);
}

/** All actions of the catalog: their places are their numbers. */
export function allActions(): readonly Action[] {
  return (everyAction ??= services().flatMap(({ actions }) => actions));
}
