import { resolve } from 'node:path';
import type { FileFacts, Io } from './io.ts';

/**
 * What is at a path.
 *
 * @param io - the files.
 * @param path - relative ones start from `io.cwd`.
 * @returns `undefined` where there is nothing, or nothing that can be seen.
 */
export async function kindOf(io: Io, path: string): Promise<FileFacts['kind'] | undefined> {
  try {
    return (await io.files.stat(resolve(io.cwd, path))).kind;
  } catch {
    return undefined;
  }
}
