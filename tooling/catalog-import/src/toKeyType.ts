import type { ConditionKey, ConditionKeyType } from '@policywright/catalog';

const KEY_TYPES: readonly ConditionKeyType[] = [
  'String',
  'ARN',
  'Bool',
  'Numeric',
  'Date',
  'IPAddress',
  'Binary',
];

/**
 * Reads the type of a condition key as the sources write it: `ArrayOfString`, `IPAddress`.
 *
 * @param text - the type.
 * @param key - the name of the key, for the message.
 * @throws {Error} for a type that the model does not know.
 */
export function toKeyType(text: string, key: string): Pick<ConditionKey, 'type' | 'multivalued'> {
  const multivalued = text.startsWith('ArrayOf');
  const wanted = multivalued ? text.slice('ArrayOf'.length) : text;
  const type = KEY_TYPES.find((known) => known.toLowerCase() === wanted.toLowerCase());
  if (type === undefined) throw new Error(`unknown type \`${text}\` of condition key \`${key}\``);
  return { type, multivalued };
}
