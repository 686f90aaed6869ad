import type { ListEntry } from './listEntry.ts';

/** Whether an entry of a list has no effect beside another one: of two that cover each other, the first stays. */
export function isIdleBeside<Facts>(
  narrow: ListEntry<Facts>,
  wide: ListEntry<Facts>,
  covers: (wide: Facts, narrow: Facts) => boolean,
): boolean {
  if (wide === narrow || !covers(wide.facts, narrow.facts)) return false;
  return wide.index < narrow.index || !covers(narrow.facts, wide.facts);
}
