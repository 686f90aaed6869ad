import { ShardRows } from './shardRows.ts';
import type { ShardAnswers } from './auditShard.ts';

/**
 * Joins the answers of shards, in their order. Rows that several have are written once.
 *
 * @param shards - of one snapshot; at least one.
 */
export function mergeShards(shards: readonly ShardAnswers[]): ShardAnswers {
  const rows = new ShardRows();
  const principals: string[] = [];
  const answers: (readonly [number, number, number, number])[] = [];
  for (const shard of shards) {
    const before = principals.length;
    const own = shard.rows.map((text) => rows.number(text));
    principals.push(...shard.principals);
    for (const [principal, resource, certain, possible] of shard.answers)
      answers.push([before + principal, resource, own[certain] ?? 0, own[possible] ?? 0]);
  }
  const [first] = shards;
  return {
    catalog: first?.catalog ?? '',
    principals,
    resources: first?.resources ?? [],
    rows: rows.texts,
    answers,
  };
}
