import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { execute } from './execute.js';

const ROOT = join(import.meta.dirname, '..', '..', '..');

const readManifest = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

/**
 * Packs every published package.
 *
 * @param {string} folder - where to put the tarballs, made here.
 * @returns {Promise<ReadonlyMap<string, { tarball: string, needs: readonly string[] }>>} by name of the package:
 * its tarball, and the names of the published packages that it depends on, directly or not.
 * @throws Error where a package cannot be packed.
 */
export async function packPackages(folder) {
  const pnpm = await findPnpm();
  const parent = join(ROOT, 'packages');
  const packages = readdirSync(parent).map((name) => {
    const path = join(parent, name);
    return { path, manifest: readManifest(path) };
  });
  const needs = new Map(
    packages.map(({ manifest }) => [manifest.name, Object.keys(manifest.dependencies ?? {})]),
  );
  const packed = packages.map(async ({ path, manifest: { name } }) => {
    const destination = join(folder, name.replace(/\W+/g, '-'));
    mkdirSync(destination, { recursive: true });
    const { ok, output } = await execute(
      pnpm[0],
      [...pnpm.slice(1), 'pack', '--pack-destination', destination],
      path,
    );
    const [tarball] = readdirSync(destination);
    if (!ok || tarball === undefined) throw new Error(`${name} cannot be packed: ${output}`);
    return [name, { tarball: join(destination, tarball), needs: closure(name, needs) }];
  });
  return new Map(await Promise.all(packed));
}

function closure(name, needs, found = new Set()) {
  for (const needed of needs.get(name) ?? []) {
    if (found.has(needed) || !needs.has(needed)) continue;
    found.add(needed);
    closure(needed, needs, found);
  }
  return [...found];
}

/** pnpm's scripts have it on their path; otherwise npx gets the version that the repository names. */
async function findPnpm() {
  const { ok } = await execute('pnpm', ['--version'], ROOT);
  return ok ? ['pnpm'] : ['npx', '--yes', readManifest(ROOT).packageManager];
}
