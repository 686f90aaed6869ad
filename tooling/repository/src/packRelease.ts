// Packs all published packages as a release does: `node dist/packRelease.js FOLDER`. They must be built.
import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { packPackages } from './packPackages.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('say where to put the tarballs: node packRelease.js FOLDER');
const target = resolve(folder);
mkdirSync(target, { recursive: true });
const scratch = mkdtempSync(join(target, 'packing-'));
try {
  for (const { tarball } of (await packPackages(scratch)).values()) {
    renameSync(tarball, join(target, basename(tarball)));
    console.log(basename(tarball));
  }
} finally {
  rmSync(scratch, { recursive: true });
}
