import { makeOrganization } from '@policywright-tooling/organization';
import { SnapshotReader, type Snapshot } from '@policywright/account';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What to write. */
export interface SnapshotFolder {
  readonly folder: string;
  /** Users and roles. */
  readonly principals: number;
}

/** Writes the files of a made-up organization; in a process of its own, whose memory nobody measures. */
export function writeSnapshotTask({ folder, principals }: SnapshotFolder): Promise<number> {
  const files = Object.entries(makeOrganization({ principals }));
  for (const [path, text] of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return Promise.resolve(files.length);
}

/** Reads a snapshot file by file, as the command does. */
export function readSnapshot(folder: string): Snapshot {
  const reader = new SnapshotReader();
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const name = path.replaceAll('\\', '/');
    if (!reader.takes(name)) continue;
    reader.open(name);
    reader.write(readFileSync(join(folder, path), 'utf8'));
  }
  return reader.end().snapshot;
}
