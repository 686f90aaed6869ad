import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Manifest {
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const HERE = dirname(fileURLToPath(import.meta.url));

/**
 * Finds a package as Node does.
 *
 * @param name - of the package.
 * @param from - the directory to look from, by default this one.
 * @returns its real directory.
 * @throws Error when it is not installed.
 */
export function packageDirectory(name: string, from: string = HERE): string {
  for (let directory = from; ; directory = dirname(directory)) {
    const candidate = join(directory, 'node_modules', name);
    if (existsSync(join(candidate, 'package.json'))) return realpathSync(candidate);
    if (directory === dirname(directory)) throw new Error(`${name} is not installed`);
  }
}

/** @returns the version of an installed package. */
export function packageVersion(name: string): string {
  return manifestOf(packageDirectory(name)).version;
}

/**
 * Lists a package and everything that it depends on, each once.
 *
 * @param name - of the package.
 * @param from - the directory to look from, by default this one.
 * @returns the directories of the packages.
 */
export function withDependencies(name: string, from: string = HERE): readonly string[] {
  const found = new Set<string>();
  const visit = (directory: string): void => {
    if (found.has(directory)) return;
    found.add(directory);
    // The stores of package managers put dependencies beside the package.
    for (const needed of Object.keys(manifestOf(directory).dependencies ?? {})) {
      visit(packageDirectory(needed, directory));
    }
  };
  visit(packageDirectory(name, from));
  return [...found];
}

/** @returns the bytes of all files of an installed package, without those of its dependencies. */
export function installedBytes(directory: string): number {
  let bytes = 0;
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) bytes += entry.name === 'node_modules' ? 0 : installedBytes(path);
    else if (entry.isFile()) bytes += statSync(path).size;
  }
  return bytes;
}

function manifestOf(directory: string): Manifest {
  return JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) as Manifest;
}
