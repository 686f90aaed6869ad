import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The repository's root folder. */
export const ROOT: string = join(import.meta.dirname, '..', '..', '..');

/** The parts of a package manifest that the checks read. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly description?: string;
  readonly keywords?: readonly string[];
  readonly homepage?: string;
  readonly bugs?: unknown;
  readonly repository?: unknown;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly scripts?: Readonly<Record<string, string>>;
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
  return packagesIn(join(root, 'packages'));
}

/**
 * The packages that are never published, by folder name.
 *
 * @param root - of the workspace, by default of this one.
 */
export function privatePackages(root: string = ROOT): readonly WorkspacePackage[] {
  return ['apps', 'tooling'].flatMap((parent) => packagesIn(join(root, parent)));
}

function packagesIn(parent: string): readonly WorkspacePackage[] {
  return readdirSync(parent)
    .filter((folder) => existsSync(join(parent, folder, 'package.json')))
    .sort()
    .map((folder) => {
      const path = join(parent, folder);
      const manifest = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as Manifest;
      return { folder, path, manifest };
    });
}
