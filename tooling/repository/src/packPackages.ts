import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun } from './runProgram.ts';
import { publishedPackages, type WorkspacePackage } from './workspace.ts';

/** A published package, packed. */
export interface PackedPackage {
  readonly entry: WorkspacePackage;
  /** Path of the tarball. */
  readonly tarball: string;
  /** Names of the published packages that it depends on, directly or not. */
  readonly needs: readonly string[];
}

/**
 * Packs published packages as a release does. They must be built.
 *
 * @param folder - where to put the tarballs; made here.
 * @param packages - those to pack, by default all of this workspace.
 * @returns the packed packages by name.
 * @throws Error where a package cannot be packed.
 */
export async function packPackages(
  folder: string,
  packages: readonly WorkspacePackage[] = publishedPackages(),
): Promise<ReadonlyMap<string, PackedPackage>> {
  const direct = new Map(
    packages.map(({ manifest }) => [manifest.name, Object.keys(manifest.dependencies ?? {})]),
  );
  const packed = packages.map(async (entry): Promise<readonly [string, PackedPackage]> => {
    const { name } = entry.manifest;
    const destination = join(folder, name.replace(/\W+/g, '-'));
    mkdirSync(destination, { recursive: true });
    await mustRun('pnpm', ['pack', '--pack-destination', destination], { cwd: entry.path });
    const [tarball] = readdirSync(destination);
    if (tarball === undefined) throw new Error(`${name}: nothing was packed`);
    return [name, { entry, tarball: join(destination, tarball), needs: neededBy(name, direct) }];
  });
  return new Map(await Promise.all(packed));
}

function neededBy(name: string, direct: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const found = new Set<string>();
  const visit = (one: string): void => {
    for (const needed of direct.get(one) ?? []) {
      if (found.has(needed) || !direct.has(needed)) continue;
      found.add(needed);
      visit(needed);
    }
  };
  visit(name);
  return [...found];
}
