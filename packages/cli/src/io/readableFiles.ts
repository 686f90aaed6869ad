import { quote } from '@policywright/policy/text';
import { CommandError } from '../commandError.ts';
import { findFiles, type FileFilter } from './findFiles.ts';
import type { Io } from './io.ts';

/**
 * Lists the files that paths name, for commands that need every one of them.
 *
 * @param io - the files.
 * @param paths - as the user wrote them.
 * @param filter - which files of folders count.
 * @returns their names, as messages have them.
 * @throws CommandError - for the first path that leads to none.
 */
export async function readableFiles(
  io: Io,
  paths: readonly string[],
  filter: FileFilter,
): Promise<readonly string[]> {
  const found = await findFiles(io, paths, filter);
  return found.map((one) => {
    if (!one.ok) throw new CommandError(`${quote(one.file)}: ${one.problem.message}`, one.problem);
    return one.file;
  });
}
