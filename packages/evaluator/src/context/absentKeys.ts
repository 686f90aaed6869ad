import type { ContextReader, KeyTable } from '@policywright/conditions';

/** Keys that are known to be absent, as `Request.absent` lists them. */
export type AbsentKeys = readonly string[] | undefined;

/** The keys of two lists; `undefined` where there are none. */
export function bothAbsent(one: AbsentKeys, other: AbsentKeys): AbsentKeys {
  if (one === undefined || other === undefined) return one ?? other;
  return [...one, ...other];
}

/**
 * Whether a list says that a request lacks a key.
 *
 * @param key - its name in any letter case (rule S73).
 * @param absent - names, with `*` at the end all that begin so.
 */
export function isAbsentKey(key: string, absent: AbsentKeys): boolean {
  if (absent === undefined || absent.length === 0) return false;
  const name = key.toLowerCase();
  return absent.some((entry) =>
    entry.endsWith('*') ? name.startsWith(entry.slice(0, -1).toLowerCase()) : name === entry.toLowerCase(),
  );
}

/** Where keys are looked up. */
export interface LoadedContext {
  /** Has the context loaded. */
  readonly reader: ContextReader;
  readonly keys: KeyTable;
  readonly absent: AbsentKeys;
}

/**
 * The slots of keys that a context leaves open: it lacks them, and nobody says that they are absent.
 *
 * @param slots - those to look at.
 * @param loaded - the context.
 */
export function openSlots(
  slots: Iterable<number>,
  { reader, keys, absent }: LoadedContext,
): readonly number[] {
  const open: number[] = [];
  for (const slot of slots) {
    if (reader.value(slot) === undefined && !isAbsentKey(keys.name(slot), absent)) open.push(slot);
  }
  return open;
}
