import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode } from './fileError.ts';

/**
 * Makes a folder and those above it that are missing.
 *
 * `mkdirSync` with `recursive` does so too, but never ends where the system says that a parent is missing
 * although it is there, as Linux does below `/proc`.
 *
 * @param path - absolute.
 * @throws the error of the system where it cannot be made.
 */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Somebody else may have made it meanwhile.
    if (errorCode(error) !== 'EEXIST') throw error;
  }
}
