import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { errorCode } from '../files/fileError.ts';

/** What reads TypeScript: an optional peer dependency, loaded when it is used. */
export type TsMorph = typeof import('ts-morph');

/** The command that installs the version of ts-morph that this package is tested with. */
export const INSTALL_TS_MORPH = 'npm install --save-dev ts-morph@28';

/**
 * Loads ts-morph: the one beside this package, else that of the project, as a command that is installed globally needs.
 *
 * @param folder - the absolute path of a folder of the project.
 * @returns `undefined` where it is not installed.
 * @throws what it throws itself.
 */
export async function loadTsMorph(folder: string): Promise<TsMorph | undefined> {
  return (await orMissing(() => import('ts-morph'))) ?? (await orMissing(() => importFrom(folder)));
}

async function importFrom(folder: string): Promise<TsMorph> {
  const path = createRequire(join(folder, 'package.json')).resolve('ts-morph');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the package has this name
  const loaded = (await import(pathToFileURL(path).href)) as TsMorph & { readonly default?: TsMorph };
  return loaded.default ?? loaded;
}

async function orMissing(load: () => Promise<TsMorph>): Promise<TsMorph | undefined> {
  try {
    return await load();
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}
