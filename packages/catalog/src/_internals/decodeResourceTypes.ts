import type { ResourceType } from '../model/resourceType.ts';
import type { KeyLists } from './keyLists.ts';
import { NONE } from './none.ts';
import { arnHead, toVariables } from './textFormat.ts';

/** Decodes the lines of the resource types of a service. */
export function decodeResourceTypes(
  lines: readonly string[],
  prefix: string,
  keys: KeyLists,
): readonly ResourceType[] {
  const types: ResourceType[] = [];
  const head = arnHead(prefix);
  for (const line of lines) {
    const equals = line.indexOf('=');
    const at = line.lastIndexOf('@');
    const arnFormats: string[] = [];
    for (const format of line.slice(equals + 1, at < 0 ? undefined : at).split('|')) {
      const full = toVariables(format);
      arnFormats.push(full.startsWith('~') ? head + full.slice(1) : full);
    }
    types.push({
      service: prefix,
      name: line.slice(0, equals),
      arnFormats,
      conditionKeys: at < 0 ? NONE : keys.pick(line.slice(at + 1)),
    });
  }
  return types;
}

/** Reads nothing but the names of the resource types. */
export function resourceTypeNames(lines: readonly string[]): readonly string[] {
  const names: string[] = [];
  for (const line of lines) names.push(line.slice(0, line.indexOf('=')));
  return names;
}
