import type { ShardAnswers } from './auditShard.ts';

/**
 * Writes answers as text: one answer a line, the same bytes for the same answers.
 *
 * @param answers - of a shard, or of several that were joined.
 */
export function printShard({ catalog, principals, resources, rows, answers }: ShardAnswers): string {
  const list = (entries: readonly unknown[]): string =>
    entries.length === 0 ? '[]' : `[\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n]`;
  const members = Object.entries({ principals, resources, rows, answers }).map(
    ([name, entries]) => `"${name}": ${list(entries)}`,
  );
  return `{\n"catalog": ${JSON.stringify(catalog)},\n${members.join(',\n')}\n}\n`;
}

/**
 * Reads answers that `printShard` wrote.
 *
 * @param text - of a file.
 * @returns `undefined` where it is none; never throws.
 */
export function readShard(text: string): ShardAnswers | undefined {
  try {
    const value = JSON.parse(text) as Partial<ShardAnswers> | null;
    const { catalog, principals, resources, rows, answers } = value ?? {};
    if (typeof catalog !== 'string' || !areTexts(principals) || !areTexts(resources) || !areTexts(rows))
      return undefined;
    if (!Array.isArray(answers) || !answers.every(isAnswer)) return undefined;
    return { catalog, principals, resources, rows, answers };
  } catch {
    return undefined;
  }
}

function areTexts(list: unknown): list is readonly string[] {
  return Array.isArray(list) && list.every((entry) => typeof entry === 'string');
}

function isAnswer(entry: unknown): entry is readonly [number, number, number, number] {
  return Array.isArray(entry) && entry.length === 4 && entry.every((place) => Number.isInteger(place));
}
