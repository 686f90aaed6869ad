import type { Action } from '../model/action.ts';
import type { ConditionKey } from '../model/conditionKey.ts';
import type { ResourceType } from '../model/resourceType.ts';
import type { Service } from '../model/service.ts';
import type { CatalogSnapshot } from './catalogSnapshot.ts';

/** The kinds of thing that a catalog has. */
export type CatalogItemKind = 'service' | 'action' | 'resourceType' | 'conditionKey';

/** One difference between two catalogs. */
export interface CatalogChange {
  readonly kind: CatalogItemKind;
  readonly change: 'added' | 'removed' | 'changed';
  /** The prefix of the service. */
  readonly service: string;
  /** `ecs`, `ecs:RunTask`, `ecs:cluster` (prefix and type) or the name of the key. */
  readonly name: string;
  /** For `changed`, what differs, each with its text before and after; empty otherwise. */
  readonly details: readonly { readonly what: string; readonly before: string; readonly after: string }[];
}

/**
 * Compares two catalogs.
 *
 * Names compare without case (rule S61), so that another spelling is a change, not a loss and a gain. What a service
 * that is added or removed as a whole holds is not listed one by one.
 *
 * @returns changes sorted by service, kind and name.
 */
export function diffCatalogs(before: CatalogSnapshot, after: CatalogSnapshot): readonly CatalogChange[] {
  const pairs = pair(before.services, after.services, (service) => service.prefix);
  return pairs.flatMap(([old, now]) => {
    if (old === undefined || now === undefined) return wholeService(old, now);
    const { prefix } = now;
    return [
      ...changes(
        { kind: 'service', service: prefix, facts: serviceFacts, nameOf: () => prefix },
        [old],
        [now],
      ),
      ...changes({ kind: 'action', service: prefix, facts: actionFacts }, old.actions, now.actions),
      ...changes(
        { kind: 'resourceType', service: prefix, facts: typeFacts },
        old.resourceTypes,
        now.resourceTypes,
      ),
      ...changes(
        { kind: 'conditionKey', service: prefix, facts: keyFacts, nameOf: (key) => key.name },
        old.conditionKeys,
        now.conditionKeys,
      ),
    ];
  });
}

interface Comparison<T> {
  readonly kind: CatalogItemKind;
  readonly service: string;
  readonly facts: (item: T) => Readonly<Record<string, string>>;
  readonly nameOf?: (item: T) => string;
}

function wholeService(old: Service | undefined, now: Service | undefined): CatalogChange[] {
  const service = now ?? old;
  if (service === undefined) return [];
  const change = old === undefined ? 'added' : 'removed';
  return [{ kind: 'service', change, service: service.prefix, name: service.prefix, details: [] }];
}

function changes<T extends { readonly name: string }>(
  comparison: Comparison<T>,
  before: readonly T[],
  after: readonly T[],
): CatalogChange[] {
  const { kind, service, facts } = comparison;
  const nameOf = comparison.nameOf ?? ((item: T) => `${service}:${item.name}`);
  return pair(before, after, nameOf).flatMap(([old, now]): CatalogChange[] => {
    const item = now ?? old;
    if (item === undefined) return [];
    const name = nameOf(item);
    if (old === undefined) return [{ kind, change: 'added', service, name, details: [] }];
    if (now === undefined) return [{ kind, change: 'removed', service, name, details: [] }];
    const [was, is] = [facts(old), facts(now)];
    const details = Object.keys(is)
      .filter((what) => was[what] !== is[what])
      .map((what) => ({ what, before: was[what] ?? '', after: is[what] ?? '' }));
    return details.length === 0 ? [] : [{ kind, change: 'changed', service, name, details }];
  });
}

/** Pairs the items of two lists by name, letter case aside, in code point order. */
function pair<T>(
  before: readonly T[],
  after: readonly T[],
  nameOf: (item: T) => string,
): (readonly [T | undefined, T | undefined])[] {
  const index = (items: readonly T[]): Map<string, T> =>
    new Map(items.map((item) => [nameOf(item).toLowerCase(), item]));
  const [old, now] = [index(before), index(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .sort()
    .map((name) => [old.get(name), now.get(name)] as const);
}

function serviceFacts(service: Service): Record<string, string> {
  return { name: service.name, 'resource control policies': String(service.resourceControlPolicies) };
}

function actionFacts(action: Action): Record<string, string> {
  const resources = action.resourceTypes.map(({ name, required, conditionKeys }) =>
    [name, required ? '(required)' : '', ...conditionKeys.toSorted()].filter((part) => part !== '').join(' '),
  );
  return {
    name: action.name,
    'access levels': action.accessLevels.join(', '),
    'resource types': resources.toSorted().join(', '),
    'condition keys': action.conditionKeys.toSorted().join(', '),
  };
}

function typeFacts(type: ResourceType): Record<string, string> {
  return {
    name: type.name,
    'ARN formats': type.arnFormats.toSorted().join(', '),
    'condition keys': type.conditionKeys.toSorted().join(', '),
  };
}

function keyFacts(key: ConditionKey): Record<string, string> {
  return { name: key.name, type: key.multivalued ? `several ${key.type}` : key.type };
}
