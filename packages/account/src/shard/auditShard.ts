import { catalogInfo } from '@policywright/catalog';
import { AccountError } from '../accountError.ts';
import { Candidates } from '../decide/candidates.ts';
import { RowDecider } from '../decide/decider.ts';
import { Landscape } from '../landscape/landscape.ts';
import type { PlacedPrincipal } from '../landscape/placedPrincipal.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { actionsOn, allActions } from '../pairs/actionsOn.ts';
import { rangesOf, ShardRows } from './shardRows.ts';

/** One of several equal parts of the principals of a snapshot. */
export interface Shard {
  /** From 0. */
  readonly index: number;
  readonly count: number;
}

/**
 * What the principals of a shard can do on the resources of the snapshot, and on `*`. Where a principal can do nothing on a
 * resource, there is no answer.
 */
export interface ShardAnswers {
  /** The version of the catalog whose actions the numbers are of, in order of its services. */
  readonly catalog: string;
  readonly principals: readonly string[];
  readonly resources: readonly string[];
  /** Sets of action numbers as ranges: `3,7-12`. */
  readonly rows: readonly string[];
  /** Principal, resource, and the rows of what is certain and of what is possible, by their places. */
  readonly answers: readonly (readonly [number, number, number, number])[];
}

/**
 * Answers for a shard: of each principal, the actions that mean something on each resource of the snapshot, over all context
 * keys that are not known. Pure: the same snapshot and shard, the same answers, so that a shard may run twice.
 *
 * @param snapshot - as read.
 * @param shard - which part.
 * @throws AccountError - where there is no such part.
 */
export function auditShard(snapshot: Snapshot, { index, count }: Shard): ShardAnswers {
  if (!Number.isInteger(count) || !Number.isInteger(index) || index < 0 || index >= count)
    throw new AccountError('invalid-shard', `there is no shard ${index} of ${count}`);
  const landscape = new Landscape(snapshot);
  const { principals } = landscape;
  const of = (part: number): number => Math.floor((principals.length * part) / count);
  const own = principals.slice(of(index), of(index + 1));
  const resources = ['*', ...landscape.told];
  const rows = new ShardRows();
  const answers = [...byActions(resources)].flatMap(([, places]) =>
    answersOf(places, { landscape, own, resources, rows }),
  );
  return {
    catalog: catalogInfo.version,
    principals: own.map(({ data }) => data.arn),
    resources,
    ...inOrder(
      answers.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]),
      rows.texts,
    ),
  };
}

/** Numbers rows in the order in which sorted answers name them, so that parts that are joined are as the whole is. */
function inOrder(
  answers: ShardAnswers['answers'],
  texts: readonly string[],
): Pick<ShardAnswers, 'rows' | 'answers'> {
  const rows = new ShardRows();
  const numbered = answers.map(([principal, resource, certain, possible]) => {
    const row = (place: number): number => rows.number(texts[place] ?? '');
    return [principal, resource, row(certain), row(possible)] as const;
  });
  return { rows: rows.texts, answers: numbered };
}

/** Places of resources by the actions that mean something on them, so that each decider is made once and let go. */
function byActions(resources: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  for (const [place, resource] of resources.entries()) {
    const key = actionsOn(resource).join();
    const group = groups.get(key);
    if (key === '') continue;
    if (group === undefined) groups.set(key, [place]);
    else group.push(place);
  }
  return groups;
}

interface Part {
  readonly landscape: Landscape;
  readonly own: readonly PlacedPrincipal[];
  readonly resources: readonly string[];
  readonly rows: ShardRows;
}

function answersOf(
  places: readonly number[],
  { landscape, own, resources, rows }: Part,
): readonly (readonly [number, number, number, number])[] {
  const [first = 0] = places;
  const actions = actionsOn(resources[first] ?? '*');
  const numbers = actions.map((action) => numberOf(action));
  const services = new Set(actions.map((action) => action.slice(0, action.indexOf(':')).toLowerCase()));
  const decider = new RowDecider(actions);
  const candidates = new Candidates(landscape);
  const ownPlaces = new Map(own.map((principal, place) => [principal, place]));
  return places.flatMap((place) => {
    const resource = landscape.resource(resources[place] ?? '*');
    return candidates.of({ services }, resource).flatMap((principal) => {
      const at = ownPlaces.get(principal);
      if (at === undefined) return [];
      const { certain, possible } = decider.row(principal, resource);
      if (possible.every((word) => word === 0)) return [];
      const row = (bits: Uint32Array | undefined): number => rows.number(rangesOf(bits, numbers));
      return [[at, place, row(certain), row(possible)] as const];
    });
  });
}

let numbers: ReadonlyMap<string, number> | undefined;

function numberOf(action: string): number {
  numbers ??= new Map(allActions().map(({ fullName }, number) => [fullName, number]));
  // INVARIANT: the actions are those of the catalog.
  return numbers.get(action) ?? -1;
}
