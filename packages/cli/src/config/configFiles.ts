import { resolve } from 'node:path';
import { CommandError } from '../commandError.ts';
import type { Io } from '../io/io.ts';

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
export async function findConfigFile(io: Io): Promise<string | undefined> {
  const found: string[] = [];
  for (const name of CONFIG_FILES) {
    if (await isFile(io, resolve(io.cwd, name))) found.push(name);
  }
  if (found.length > 1) {
    const names = found.map((name) => `\`${name}\``).join(', ');
    throw new CommandError(`there are several configuration files: ${names}`, { help: 'keep one of them' });
  }
  return found[0];
}

async function isFile(io: Io, path: string): Promise<boolean> {
  try {
    return (await io.files.stat(path)).kind === 'file';
  } catch {
    return false;
  }
}
