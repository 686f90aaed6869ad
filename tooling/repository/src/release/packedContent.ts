import { readFileSync } from 'node:fs';
import { readTarball } from './readTarball.ts';
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
  const bytes = readFileSync(tarball);
  const files = readTarball(bytes);
  const manifest = files.get('package.json');
  if (manifest === undefined) throw new Error(`${tarball} has no manifest`);
  return {
    manifest: JSON.parse(manifest.toString('utf8')) as PackedManifest,
    paths: [...files.keys()],
    packed: bytes.length,
    unpacked: [...files.values()].reduce((sum, content) => sum + content.length, 0),
  };
}
