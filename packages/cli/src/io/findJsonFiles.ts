import { join, resolve } from 'node:path';
import { inputProblem, type InputProblem } from './inputProblem.ts';
import type { FolderEntry, Io } from './io.ts';
import { describeFileError } from './readInput.ts';

/** A file to read, or why a path leads to none. */
export type FoundFile =
  | { readonly ok: true; readonly file: string }
  | { readonly ok: false; readonly file: string; readonly problem: InputProblem };

/**
 * Lists the JSON files that paths name: a file is itself, a folder all `*.json` files in it and below,
 * sorted by name. Hidden folders and `node_modules` are left out, links to folders are not followed.
 *
 * @param io - the files.
 * @param paths - as the user wrote them; `-` is standard input.
 * @returns each file once, named from where the user named it.
 */
export async function findJsonFiles(io: Io, paths: readonly string[]): Promise<readonly FoundFile[]> {
  const found = new Map<string, FoundFile>();
  for (const path of paths) {
    for (const file of await expand(io, path)) {
      const key = file.file === '-' ? '-' : resolve(io.cwd, file.file);
      if (!found.has(key)) found.set(key, file);
    }
  }
  return [...found.values()];
}

async function expand(io: Io, path: string): Promise<readonly FoundFile[]> {
  if (path === '-') return [{ ok: true, file: path }];
  try {
    const { kind } = await io.files.stat(resolve(io.cwd, path));
    if (kind !== 'folder') return [{ ok: true, file: path }];
    const files = await filesBelow(io, path);
    if (files.length > 0) return files.map((file) => ({ ok: true, file }));
    const problem = inputProblem('there are no *.json files in this folder', {
      help: 'name a folder that holds some, or the files themselves',
    });
    return [{ ok: false, file: path, problem }];
  } catch (error) {
    return [{ ok: false, file: path, problem: describeFileError(error) }];
  }
}

async function filesBelow(io: Io, folder: string): Promise<string[]> {
  const entries = [...(await io.files.list(resolve(io.cwd, folder)))];
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const files: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.kind === 'folder') files.push(...(isLeftOut(entry) ? [] : await filesBelow(io, path)));
    else if (entry.name.endsWith('.json')) files.push(path);
  }
  return files;
}

function isLeftOut({ name }: FolderEntry): boolean {
  return name.startsWith('.') || name === 'node_modules';
}
