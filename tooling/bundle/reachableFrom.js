import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The declaration files that some files import, and these files, whether they exist or not.
 *
 * @param {readonly string[]} files - paths that end in `.d.ts`.
 * @returns {readonly string[]}
 */
export function reachableFrom(files) {
  /** @type {Set<string>} */
  const found = new Set();
  /** @param {string} file */
  const visit = (file) => {
    if (found.has(file)) return;
    found.add(file);
    if (!existsSync(file)) return;
    for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(
      /(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g,
    )) {
      visit(join(dirname(file), path.replace(/\.[jt]s$/, '.d.ts')));
    }
  };
  for (const file of files) visit(file);
  return [...found];
}
