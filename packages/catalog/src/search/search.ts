import { nearestEntries } from './_internals/nearestEntries.ts';
import { scoreEntries } from './_internals/scoreEntries.ts';
import { KINDS, searchIndex } from './_internals/searchIndex.ts';
import { wordsOf } from './_internals/wordsOf.ts';

/** The kinds of thing that {@link search} finds. */
export type SearchKind = 'service' | 'action' | 'resourceType' | 'conditionKey';

/** One thing found. */
export interface SearchHit {
  readonly kind: SearchKind;
  /** `ecs`, `ecs:RunTask`, `ecs:task-definition` (prefix and type) or `ecs:cluster` (the key). */
  readonly name: string;
  /** The prefix of the service that it belongs to; `aws` for global condition keys. */
  readonly service: string;
  /** From 0 to 100, the greater the nearer. */
  readonly score: number;
}

/** How {@link search} searches. */
export interface SearchOptions {
  /** The kinds to look at; all if not given. */
  readonly kinds?: readonly SearchKind[];
  /** The most hits; 20 if not given. */
  readonly limit?: number;
}

/**
 * Searches the catalog for words, in any order and letter case, which may be cut short. Where nothing has them all,
 * they may be misspelt.
 *
 * @param text - such as `run task ecs`, `dynamo tabel` or `ecs:RunTsak`; more than 100 characters find nothing.
 * @returns the nearest first; what is equally near, the shortest first.
 */
export function search(text: string, options: SearchOptions = {}): readonly SearchHit[] {
  if (text.length > 100) return [];
  const words = [...new Set(wordsOf(text))];
  if (words.length === 0) return [];
  const index = searchIndex();
  const kinds = KINDS.map((kind) => options.kinds?.includes(kind) ?? true);
  let found = scoreEntries(index, words, { kinds, misspelt: false });
  if (found.ids.length === 0) found = scoreEntries(index, words, { kinds, misspelt: true });
  return nearestEntries(index.names, found, options.limit ?? 20).map((id) => ({
    kind: KINDS[index.kinds[id] ?? 0] ?? 'service',
    name: index.names[id] ?? '',
    service: index.prefixes[index.services[id] ?? 0] ?? '',
    score: found.scores[id] ?? 0,
  }));
}
