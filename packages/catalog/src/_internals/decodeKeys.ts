import type { ConditionKey } from '../model/conditionKey.ts';
import { NONE } from './none.ts';
import { KEY_TYPES, toVariables } from './textFormat.ts';

/** Decodes the line of condition keys. */
export function decodeKeys(line: string, prefix: string): readonly ConditionKey[] {
  if (line === '-') return NONE;
  const keys: ConditionKey[] = [];
  for (const field of line.split('|')) {
    const letter = field.slice(0, 1);
    const upper = letter.toUpperCase();
    const name = toVariables(field.slice(1));
    keys.push({
      name: name.startsWith(':') ? prefix + name : name,
      type: KEY_TYPES[upper] ?? 'String',
      multivalued: letter !== upper,
    });
  }
  return keys;
}
