import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GeneratedFiles } from './emitCatalog.ts';

/**
 * Brings a folder of generated files up to date: writes only what has changed and removes `*.gen.ts` files that
 * are no longer generated.
 *
 * @param folder - the data folder.
 * @param files - contents by file name.
 * @returns the names of the files that were written or removed.
 */
export function writeFiles(folder: string, files: GeneratedFiles): string[] {
  mkdirSync(folder, { recursive: true });
  const present = readdirSync(folder).filter((name) => name.endsWith('.gen.ts'));
  const removed = present.filter((name) => !files.has(name));
  for (const name of removed) rmSync(join(folder, name));
  const changed = [...files].filter(
    ([name, text]) => !present.includes(name) || readFileSync(join(folder, name), 'utf8') !== text,
  );
  for (const [name, text] of changed) writeFileSync(join(folder, name), text);
  return [...removed, ...changed.map(([name]) => name)];
}
