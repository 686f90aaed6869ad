import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The repository's root folder. */
export const ROOT: string = join(import.meta.dirname, '..', '..', '..');

/** The parts of a package manifest that the checks read. */
export interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly publishConfig?: { readonly exports?: unknown };
}

/** A package of the workspace. */
export interface WorkspacePackage {
  /** Folder name, such as `arn`. */
  readonly folder: string;
  readonly path: string;
  readonly manifest: Manifest;
}

/**
 * The published packages, by folder name.
 *
 * @param root - of the workspace, by default of this one.
 */
export function publishedPackages(root: string = ROOT): readonly WorkspacePackage[] {
  const parent = join(root, 'packages');
  return readdirSync(parent)
    .sort()
    .map((folder) => {
      const path = join(parent, folder);
      const manifest = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as Manifest;
      return { folder, path, manifest };
    });
}
