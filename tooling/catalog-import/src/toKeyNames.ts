import { byCodePoint } from './sourceCatalog.ts';

/**
 * Reads the name of a condition key; Amazon S3 writes its variable as `<key>` where everybody else writes `${key}`.
 *
 * @param name - as the sources write it.
 */
export function toKeyName(name: string): string {
  return name.replace(/<(\w+)>/g, '${$1}');
}

/**
 * Reads a list of names of condition keys; the sources list a few keys of an action twice.
 *
 * @returns each name once, by code point.
 */
export function toKeyNames(names: readonly string[]): string[] {
  return [...new Set(names.map(toKeyName))].sort(byCodePoint);
}
