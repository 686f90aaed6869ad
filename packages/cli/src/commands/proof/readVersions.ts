import { CommandError } from '../../commandError.ts';
import type { Io } from '../../io/io.ts';
import { pairPolicies, type PolicyPair } from './sources/pairPolicies.ts';
import { filesOfSides } from './sources/sideFiles.ts';
import { readSourcePolicies } from './sources/sourcePolicy.ts';

/**
 * Reads the two versions that a command compares.
 *
 * @param io - the files and `git`.
 * @param sides - old and new, as the user named them.
 * @param together - whether all policies of a side are of one principal.
 * @returns `undefined` after saying on standard error what could not be read.
 */
export async function readVersions(
  io: Io,
  [old = '', now = '']: readonly string[],
  together: boolean,
): Promise<readonly PolicyPair[] | undefined> {
  if (old === '-' && now === '-') throw new CommandError('only one side can be standard input');
  const [before, after] = await filesOfSides(io, [old, now]);
  const one = await readSourcePolicies(io, before);
  const other = await readSourcePolicies(io, after);
  if (one === undefined || other === undefined) return undefined;
  if (one.length + other.length === 0) throw new CommandError('neither side holds a policy');
  return together ? [{ label: 'all policies', before: one, after: other }] : pairPolicies(one, other);
}
