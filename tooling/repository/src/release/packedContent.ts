import { statSync } from 'node:fs';
import { list } from 'tar';
import type { PackedManifest, TarballContent } from './tarballFaults.ts';

/** What is in a tarball, and how much of it. */
export interface PackedContent extends TarballContent {
  /** Bytes of the tarball. */
  readonly packed: number;
  /** Bytes of its files together. */
  readonly unpacked: number;
}

/**
 * Looks into a tarball.
 *
 * @param tarball - its path.
 * @throws Error where it is not the tarball of a package.
 */
export function packedContent(tarball: string): PackedContent {
  const sizes = new Map<string, number>();
  const manifest: Buffer[] = [];
  list({
    file: tarball,
    sync: true,
    strict: true,
    onReadEntry(entry) {
      if (entry.type !== 'File') return;
      // All files of a package are in one folder, which npm and pnpm call `package`.
      const path = entry.path.replace(/^[^/]*\//, '');
      sizes.set(path, entry.size);
      if (path === 'package.json') entry.on('data', (chunk) => manifest.push(chunk));
    },
  });
  if (!sizes.has('package.json')) throw new Error(`${tarball} has no manifest`);
  return {
    manifest: JSON.parse(Buffer.concat(manifest).toString('utf8')) as PackedManifest,
    paths: [...sizes.keys()],
    packed: statSync(tarball).size,
    unpacked: [...sizes.values()].reduce((sum, size) => sum + size, 0),
  };
}
