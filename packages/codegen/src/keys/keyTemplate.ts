import { camelCase } from '../names/camelCase.ts';

/** Tells whether a key's name has variables, as `ecs:ResourceTag/${TagKey}` has. */
export function isTemplate(key: string): boolean {
  return key.includes('${');
}

/** Lists the variables of a key's name in camel case. */
export function keyVariables(key: string): readonly string[] {
  return [...key.matchAll(/\$\{([^}]*)\}/g)].map((match) => camelCase(match[1] ?? ''));
}

/**
 * Chooses the name of the property that stands for a key.
 *
 * @param prefix - the prefix of the service; a key of another prefix keeps it in its name.
 * @returns `taskDefinition` for `ecs:task-definition`, `resourceTag` for `ecs:ResourceTag/${TagKey}`.
 */
export function keyName(key: string, prefix: string): string {
  const own = key.startsWith(`${prefix}:`) ? key.slice(prefix.length + 1) : key;
  return camelCase(own.replace(/\$\{[^}]*\}/g, ' '));
}
