import { allActions } from '../pairs/actionsOn.ts';
import type { ShardAnswers } from './auditShard.ts';
import { numbersOf } from './shardRows.ts';

/**
 * The names of the actions of a row.
 *
 * @param answers - of a shard, with the catalog of this version.
 * @param row - the place of the row.
 */
export function shardActions({ rows }: ShardAnswers, row: number): readonly string[] {
  const actions = allActions();
  return numbersOf(rows[row] ?? '').flatMap((number) => actions[number]?.fullName ?? []);
}
