import { loadPeer } from '../files/loadPeer.ts';

/** What reads TypeScript: an optional peer dependency, loaded when it is used. */
export type TsMorph = typeof import('ts-morph');

/** The command that installs the version of ts-morph that this package is tested with. */
export const INSTALL_TS_MORPH = 'npm install --save-dev ts-morph@28';

/**
 * Loads ts-morph.
 *
 * @param folder - the absolute path of a folder of the project.
 * @returns `undefined` where it is not installed.
 * @throws what it throws itself.
 */
export async function loadTsMorph(folder: string): Promise<TsMorph | undefined> {
  return loadPeer<TsMorph>({ name: 'ts-morph', beside: () => import('ts-morph'), folder });
}
