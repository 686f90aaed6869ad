import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun } from './runProgram.ts';
import { publishedPackages, ROOT, type WorkspacePackage } from './workspace.ts';

/** A published package, packed. */
export interface PackedPackage {
  readonly entry: WorkspacePackage;
  /** Path of the tarball. */
  readonly tarball: string;
  /** Names of the published packages that it depends on, directly or not. */
  readonly needs: readonly string[];
}

/**
 * Packs published packages as a release does, by one program. They must be built.
 *
 * @param folder - where to put the tarballs; made here.
 * @param root - of their workspace, by default of this one.
 * @returns the packed packages by name.
 * @throws Error where a package cannot be packed.
 */
export async function packPackages(
  folder: string,
  root: string = ROOT,
): Promise<ReadonlyMap<string, PackedPackage>> {
  const packages = publishedPackages(root);
  const direct = new Map(
    packages.map(({ manifest }) => [manifest.name, Object.keys(manifest.dependencies ?? {})]),
  );
  mkdirSync(folder, { recursive: true });
  const filters = packages.map((entry) => `--filter=./packages/${entry.folder}`);
  await mustRun('pnpm', ['--recursive', ...filters, 'pack', '--pack-destination', folder], { cwd: root });
  const packed = packages.map((entry): readonly [string, PackedPackage] => {
    const { name, version } = entry.manifest;
    const tarball = join(folder, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`);
    if (!existsSync(tarball)) throw new Error(`${name}: nothing was packed`);
    return [name, { entry, tarball, needs: neededBy(name, direct) }];
  });
  return new Map(packed);
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
