import type { ConditionKey } from '../model/conditionKey.ts';
import { NONE } from './none.ts';
import { KEY_TYPES, toVariables } from './textFormat.ts';

/** Decodes the line of condition keys; brackets are replaced once in all of it, which a cold engine feels. */
export function decodeKeys(line: string, prefix: string): readonly ConditionKey[] {
  if (line === '-') return NONE;
  const keys: ConditionKey[] = [];
  for (const field of toVariables(line).split('|')) {
    const letter = field.charAt(0);
    const upper = letter.toUpperCase();
    const name = field.slice(1);
    keys.push({
      name: name.startsWith(':') ? prefix + name : name,
      type: KEY_TYPES[upper] ?? 'String',
      multivalued: letter !== upper,
    });
  }
  return keys;
}
