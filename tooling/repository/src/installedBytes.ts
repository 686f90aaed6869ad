import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Adds up the sizes of all files below a folder.
 *
 * @param folder - such as a `node_modules`.
 * @returns bytes of contents; what a file system needs besides is not in it.
 */
export function installedBytes(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}
