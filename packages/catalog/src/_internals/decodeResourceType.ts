import type { ResourceType } from '../model/resourceType.ts';
import type { KeyLists } from './keyLists.ts';
import { NONE } from './none.ts';
import { arnHead, toVariables } from './textFormat.ts';

/** Decodes the line of one resource type. */
export function decodeResourceType(line: string, prefix: string, keys: KeyLists): ResourceType {
  const equals = line.indexOf('=');
  const at = line.lastIndexOf('@');
  const formats = line.slice(equals + 1, at < 0 ? undefined : at).split('|');
  return {
    service: prefix,
    name: line.slice(0, equals),
    arnFormats: formats.map((format) => {
      const full = toVariables(format);
      return full.startsWith('~') ? arnHead(prefix) + full.slice(1) : full;
    }),
    conditionKeys: at < 0 ? NONE : keys.pick(line.slice(at + 1)),
  };
}
