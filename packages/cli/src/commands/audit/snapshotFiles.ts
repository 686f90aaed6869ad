import { relative, resolve, sep } from 'node:path';
import { SnapshotReader } from '@policywright/account';
import { quote } from '@policywright/policy/text';
import { CommandError } from '../../commandError.ts';
import type { Io } from '../../io/io.ts';
import { readableFiles } from '../../io/readableFiles.ts';
import { describeFileError } from '../../io/readInput.ts';

/** A file that belongs to a snapshot. */
export interface SnapshotFile {
  /** Where it is in the snapshot, with slashes. */
  readonly path: string;
  /** As messages name it. */
  readonly file: string;
}

/**
 * Lists the files of the folder of a snapshot.
 *
 * @param io - the files.
 * @param folder - as the user named it.
 * @throws CommandError - where one cannot be read, or there is no account.
 */
export async function snapshotFiles(io: Io, folder: string): Promise<readonly SnapshotFile[]> {
  const reader = new SnapshotReader();
  const files: SnapshotFile[] = [];
  const filter = { endings: ['.json'], takes: (name: string) => name.endsWith('.json') };
  for (const file of await readableFiles(io, [folder], filter)) {
    const path = relative(resolve(io.cwd, folder), resolve(io.cwd, file)).split(sep).join('/');
    if (reader.takes(path)) files.push({ path, file });
  }
  if (!files.some(({ path }) => path.startsWith('accounts/')))
    throw new CommandError(`there is no \`accounts/*.json\` in ${quote(folder)}`, {
      help: '`policywright audit collect --print` prints the commands that make a snapshot',
    });
  return files;
}

/**
 * Reads a file part by part, as it may be larger than a text can be.
 *
 * @param io - the files.
 * @param file - as messages name it.
 * @throws CommandError - where it cannot be read.
 */
export async function* bytesOf(io: Io, file: string): AsyncIterable<Uint8Array> {
  const absolute = resolve(io.cwd, file);
  try {
    yield* io.files.readParts?.(absolute) ?? [await io.files.read(absolute, Number.MAX_SAFE_INTEGER)];
  } catch (error) {
    const problem = describeFileError(error);
    throw new CommandError(`${quote(file)}: ${problem.message}`, problem);
  }
}
