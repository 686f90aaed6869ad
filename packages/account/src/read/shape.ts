/** An object that was read from JSON. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** Whether a value that was read from JSON is an object. */
export function isJsonRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text of a member; `undefined` where it is none. */
export function textMember(record: JsonRecord, name: string): string | undefined {
  const value = Object.hasOwn(record, name) ? record[name] : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The list of a member; empty where the member is missing, `undefined` where it is something else. */
export function listMember(record: JsonRecord, name: string): readonly unknown[] | undefined {
  const value = Object.hasOwn(record, name) ? record[name] : undefined;
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : undefined;
}

/**
 * Tags as a map, or as the list of `Key` and `Value` that AWS answers with.
 *
 * @param value - of a member; `undefined` and `null` are no tags.
 * @returns `undefined` where it is neither.
 */
export function readTags(value: unknown): Readonly<Record<string, string>> | undefined {
  if (value === undefined || value === null) return {};
  const entries: [string, unknown][] = [];
  if (Array.isArray(value)) {
    for (const tag of value as readonly unknown[]) {
      if (!isJsonRecord(tag)) return undefined;
      const key = textMember(tag, 'Key') ?? textMember(tag, 'TagKey');
      if (key === undefined) return undefined;
      entries.push([key, tag['Value'] ?? tag['TagValue'] ?? '']);
    }
  } else if (isJsonRecord(value)) entries.push(...Object.entries(value));
  else return undefined;
  if (!entries.every((entry): entry is [string, string] => typeof entry[1] === 'string')) return undefined;
  return Object.fromEntries(entries);
}
