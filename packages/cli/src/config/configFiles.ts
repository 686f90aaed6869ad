import { dirname, join, relative, resolve } from 'node:path';
import { CommandError } from '../commandError.ts';
import type { Io } from '../io/io.ts';
import { kindOf } from '../io/kindOf.ts';

/** The names that a configuration file can have. */
export const CONFIG_FILES: readonly string[] = [
  'policywright.config.ts',
  'policywright.config.mts',
  'policywright.config.js',
  'policywright.config.mjs',
  'policywright.config.json',
];

/**
 * Finds the configuration file of the current folder; those above it are not searched.
 *
 * @param io - the files.
 * @returns its name, or `undefined` where there is none.
 * @throws CommandError - where there are several.
 */
export function findConfigFile(io: Io): Promise<string | undefined> {
  return configFileOf(io, io.cwd);
}

/**
 * Finds the configuration file of the current folder, else of the nearest folder above it in the same repository.
 *
 * @param io - the files.
 * @returns its path from the current folder, or `undefined` where there is none.
 * @throws CommandError - where a folder has several.
 */
export async function findConfigFileUpwards(io: Io): Promise<string | undefined> {
  for (let folder = io.cwd; ; folder = dirname(folder)) {
    const name = await configFileOf(io, folder);
    if (name !== undefined) return relative(io.cwd, join(folder, name));
    // What lies above the repository, or in a home folder above all of them, is of something else.
    if ((await kindOf(io, join(folder, '.git'))) !== undefined || dirname(folder) === folder)
      return undefined;
  }
}

async function configFileOf(io: Io, folder: string): Promise<string | undefined> {
  const found: string[] = [];
  for (const name of CONFIG_FILES) {
    if ((await kindOf(io, resolve(folder, name))) === 'file') found.push(name);
  }
  if (found.length > 1) {
    const names = found.map((name) => `\`${name}\``).join(', ');
    throw new CommandError(`there are several configuration files: ${names}`, { help: 'keep one of them' });
  }
  return found[0];
}
