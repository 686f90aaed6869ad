import type { ResourceType } from '../model/resourceType.ts';
import type { KeyLists } from './keyLists.ts';
import { NONE } from './none.ts';
import { linesOf } from './serviceText.ts';
import { arnHead, toVariables } from './textFormat.ts';

/** Decodes the lines of the resource types of a service. */
export function decodeResourceTypes(
  section: string,
  prefix: string,
  keys: KeyLists,
): readonly ResourceType[] {
  const types: ResourceType[] = [];
  const head = arnHead(prefix);
  for (const line of linesOf(toVariables(section))) {
    const equals = line.indexOf('=');
    const at = line.lastIndexOf('@');
    const arnFormats: string[] = [];
    for (const format of line.slice(equals + 1, at < 0 ? undefined : at).split('|')) {
      arnFormats.push(format.startsWith('~') ? head + format.slice(1) : format);
    }
    types.push({
      service: prefix,
      name: line.slice(0, equals),
      arnFormats,
      conditionKeys: at < 0 ? NONE : keys(line.slice(at + 1)),
    });
  }
  return types;
}
