import { relative, resolve, sep } from 'node:path';
import { SnapshotReader, type DocumentPool, type Snapshot } from '@policywright/account';
import { quote } from '@policywright/policy/text';
import { CommandError } from '../../commandError.ts';
import { findFiles } from '../../io/findFiles.ts';
import type { Io } from '../../io/io.ts';
import { describeFileError } from '../../io/readInput.ts';
import { reportFindings } from './reportFindings.ts';

/**
 * Reads the folder of a snapshot, and writes what is wrong with its files to standard error.
 *
 * @param io - the files.
 * @param folder - as the user named it; the current one if left out.
 * @param pool - shared with another snapshot.
 * @throws CommandError - where a file cannot be read, or there is none.
 */
export async function readSnapshot(io: Io, folder = '.', pool?: DocumentPool): Promise<Snapshot> {
  const reader = new SnapshotReader(pool);
  let accounts = 0;
  for (const found of await findFiles(io, [folder], {
    endings: ['.json'],
    takes: (name) => name.endsWith('.json'),
  })) {
    if (!found.ok) throw new CommandError(`${quote(found.file)}: ${found.problem.message}`, found.problem);
    const path = relative(resolve(io.cwd, folder), resolve(io.cwd, found.file)).split(sep).join('/');
    if (!reader.takes(path)) continue;
    if (path.startsWith('accounts/')) accounts++;
    await readFile(io, { reader, path, file: found.file });
  }
  if (accounts === 0)
    throw new CommandError(`there is no \`accounts/*.json\` in ${quote(folder)}`, {
      help: '`policywright audit collect --print` prints the commands that make a snapshot',
    });
  const { snapshot, diagnostics } = reader.end();
  reportFindings(io, diagnostics);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0)
    throw new CommandError(
      `${errors.length} ${errors.length === 1 ? 'part' : 'parts'} of the snapshot cannot be read`,
    );
  return snapshot;
}

interface SnapshotFile {
  readonly reader: SnapshotReader;
  readonly path: string;
  readonly file: string;
}

async function readFile(io: Io, { reader, path, file }: SnapshotFile): Promise<void> {
  const absolute = resolve(io.cwd, file);
  const decoder = new TextDecoder();
  reader.open(path);
  try {
    const parts = io.files.readParts?.(absolute) ?? [await io.files.read(absolute, Number.MAX_SAFE_INTEGER)];
    for await (const part of parts) reader.write(decoder.decode(part, { stream: true }));
    reader.write(decoder.decode());
  } catch (error) {
    const problem = describeFileError(error);
    throw new CommandError(`${quote(file)}: ${problem.message}`, problem);
  }
}
