import type { Shard } from '@policywright/account';
import { quote } from '@policywright/policy/text';
import { CommandError } from '../../commandError.ts';

/** More parts than this are a mistake. */
export const MOST_SHARDS = 100_000;

/**
 * Reads `--shard`: `3/50` is the third of fifty parts.
 *
 * @param text - as given; left out, the whole is one part.
 * @throws CommandError - where it is of another form.
 */
export function readShardOption(text: string | undefined): Shard {
  if (text === undefined) return { index: 0, count: 1 };
  const [, number = '', of = ''] = /^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? [];
  const shard = { index: Number(number) - 1, count: Number(of) };
  if (number !== '' && shard.index >= 0 && shard.index < shard.count && shard.count <= MOST_SHARDS)
    return shard;
  throw new CommandError(`\`--shard\` cannot be ${quote(text)}`, {
    help: 'write the number of the part and how many there are: `--shard 1/4`',
  });
}

/**
 * The name of the file of a part.
 *
 * @param shard - the part.
 * @param ending - without the dot.
 */
export function shardFile({ index, count }: Shard, ending = 'json'): string {
  const digits = String(count).length;
  return `shard-${String(index + 1).padStart(digits, '0')}-of-${count}.${ending}`;
}
