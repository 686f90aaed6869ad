import { CommandError } from '../../commandError.ts';
import type { Io } from '../../io/io.ts';
import { readInput } from '../../io/readInput.ts';

/** The name of the file. */
export const IGNORE_FILE = '.policywrightignore';

/**
 * Reads which files are never linted: the lines of `.policywrightignore` in the current folder, without comments.
 *
 * @param io - the files.
 * @returns the patterns; none where there is no such file.
 * @throws CommandError - where a line takes something back in, which only the order of lines could mean.
 */
export async function ignoredPatterns(io: Io): Promise<readonly string[]> {
  const input = await readInput(io, IGNORE_FILE);
  if (!input.ok) return [];
  const lines = input.text.split(/\r?\n/).map((line) => line.trim());
  const odd = lines.findIndex((line) => line.startsWith('!'));
  if (odd >= 0)
    throw new CommandError(
      `line ${odd + 1} of \`${IGNORE_FILE}\` begins with \`!\`, which takes nothing back in`,
      {
        help: 'write narrower patterns; a file that is named on the command line is linted in any case',
      },
    );
  return lines.filter((line) => line !== '' && !line.startsWith('#'));
}
