import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { errorCode } from './fileError.ts';

/** An optional peer dependency, and where it is looked for. */
export interface PeerPlace<Module> {
  /** The name of the package. */
  readonly name: string;
  /** Imports it by that name, for bundlers to see. */
  readonly beside: () => Promise<Module>;
  /** The absolute path of a folder of the project. */
  readonly folder: string;
}

/**
 * Loads an optional peer dependency when it is used: the one beside the package that uses it, else that of the project, as a
 * command that is installed globally needs.
 *
 * @param place - the package, and where it is looked for.
 * @returns `undefined` where it is not installed.
 * @throws what it throws itself.
 */
export async function loadPeer<Module>({
  name,
  beside,
  folder,
}: PeerPlace<Module>): Promise<Module | undefined> {
  return (await orMissing(beside)) ?? (await orMissing(() => importFrom<Module>(name, folder)));
}

async function importFrom<Module>(name: string, folder: string): Promise<Module> {
  const path = createRequire(join(folder, 'package.json')).resolve(name);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the package has this name
  const loaded = (await import(pathToFileURL(path).href)) as Module & { readonly default?: Module };
  return loaded.default ?? loaded;
}

async function orMissing<Module>(load: () => Promise<Module>): Promise<Module | undefined> {
  try {
    return await load();
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}
