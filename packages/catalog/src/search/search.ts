import { allServices } from '../_internals/registry.ts';
import { globalConditionKeys } from '../overlays/globalConditionKeys.ts';
import { scoreName, wordsOf } from './_internals/scoreName.ts';

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
 * Searches the catalog for words, in any order and letter case, which may be cut short or misspelt.
 *
 * @param text - such as `run task ecs`, `dynamo tabel` or `ecs:RunTsak`; more than 100 characters find nothing.
 * @returns the nearest first.
 */
export function search(text: string, options: SearchOptions = {}): readonly SearchHit[] {
  const words = wordsOf(text);
  if (text.length > 100 || words.length === 0) return [];
  const kinds = new Set<SearchKind>(options.kinds ?? ['service', 'action', 'resourceType', 'conditionKey']);
  const hits: SearchHit[] = [];
  for (const { kind, name, service, also } of everything(kinds)) {
    const score = scoreName(words, wordsOf(name), also);
    if (score > 0) hits.push({ kind, name, service, score });
  }
  hits.sort((a, b) => b.score - a.score || a.name.length - b.name.length || (a.name < b.name ? -1 : 1));
  return hits.slice(0, options.limit ?? 20);
}

interface Entry {
  readonly kind: SearchKind;
  readonly name: string;
  readonly service: string;
  /** Words by which it can be found besides those of its name. */
  readonly also: readonly string[];
}

function* everything(kinds: ReadonlySet<SearchKind>): Generator<Entry> {
  for (const service of allServices()) {
    const also = wordsOf(service.name);
    const entry = (kind: SearchKind, name: string): Entry => ({ kind, name, service: service.prefix, also });
    if (kinds.has('service')) yield entry('service', service.prefix);
    if (kinds.has('action')) for (const name of service.actionTable.fullNames) yield entry('action', name);
    if (kinds.has('resourceType')) {
      for (const type of service.resourceTypes) yield entry('resourceType', `${service.prefix}:${type.name}`);
    }
    if (kinds.has('conditionKey')) {
      const own = service.conditionKeys.filter((key) => !key.name.startsWith('aws:'));
      for (const key of own) yield entry('conditionKey', key.name);
    }
  }
  if (!kinds.has('conditionKey')) return;
  for (const key of globalConditionKeys)
    yield { kind: 'conditionKey', name: key.name, service: 'aws', also: [] };
}
