import { SnapshotReader, type DocumentPool, type Snapshot } from '@policywright/account';
import { CommandError } from '../../commandError.ts';
import type { Io } from '../../io/io.ts';
import { reportFindings } from './reportFindings.ts';
import { bytesOf, snapshotFiles } from './snapshotFiles.ts';

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
  const decoder = new TextDecoder();
  for (const { path, file } of await snapshotFiles(io, folder)) {
    reader.open(path);
    for await (const bytes of bytesOf(io, file)) reader.write(decoder.decode(bytes, { stream: true }));
    reader.write(decoder.decode());
  }
  const { snapshot, diagnostics } = reader.end();
  reportFindings(io, diagnostics);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0)
    throw new CommandError(
      `${errors.length} ${errors.length === 1 ? 'part' : 'parts'} of the snapshot cannot be read`,
    );
  return snapshot;
}
