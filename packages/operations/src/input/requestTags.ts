import { isObject, memberNamed, textOf, valuesAt } from './valuesAt.ts';

/** Tags that a request sends, by key. */
export type SentTags = Readonly<Record<string, string>>;

/**
 * Reads the tags of a request: a list of keys and values, a map, or a query as Amazon S3 has it.
 *
 * @param path - the member that brings them.
 * @param resourceType - of `TagSpecifications`, those of this type only.
 * @returns `undefined` where there is something that cannot be read as tags.
 */
export function requestTags(input: unknown, path: string, resourceType?: string): SentTags | undefined {
  const tags = new Map<string, string>();
  for (const value of valuesAt(input, path)) {
    if (!addTags(value, resourceType, tags)) return undefined;
  }
  return Object.fromEntries(tags);
}

function addTags(value: unknown, resourceType: string | undefined, tags: Map<string, string>): boolean {
  if (typeof value === 'string') return addQuery(value, tags);
  if (!isObject(value)) return false;
  const specified = memberNamed(value, 'Tags');
  if (Array.isArray(specified)) {
    if (resourceType !== undefined && memberNamed(value, 'ResourceType') !== resourceType) return true;
    return (specified as readonly unknown[]).every((tag) => isObject(tag) && addPair(tag, tags));
  }
  return addPair(value, tags) || addMap(value, tags);
}

function addPair(pair: Readonly<Record<string, unknown>>, tags: Map<string, string>): boolean {
  const key = pair['key'] ?? pair['Key'] ?? pair['TagKey'];
  const value = pair['value'] ?? pair['Value'] ?? pair['TagValue'] ?? '';
  if (typeof key !== 'string' || typeof value !== 'string' || Object.keys(pair).length > 3) return false;
  tags.set(key, value);
  return true;
}

function addMap(map: Readonly<Record<string, unknown>>, tags: Map<string, string>): boolean {
  return Object.entries(map).every(([key, value]) => {
    const text = textOf(value);
    if (text !== undefined) tags.set(key, text);
    return text !== undefined;
  });
}

function addQuery(query: string, tags: Map<string, string>): boolean {
  return query.split('&').every((pair) => {
    const [key = '', value = ''] = pair.split('=').map(decode);
    if (key === '') return false;
    tags.set(key, value);
    return true;
  });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
