import { join, resolve } from 'node:path';
import { inputProblem, type InputProblem } from './inputProblem.ts';
import type { Io } from './io.ts';
import { describeFileError } from './readInput.ts';

/** A file to read, or why a path leads to none. */
export type FoundFile =
  | {
      readonly ok: true;
      readonly file: string;
      /** Whether the user named the file itself rather than a folder around it. */
      readonly named: boolean;
    }
  | { readonly ok: false; readonly file: string; readonly problem: InputProblem };

/** Which files of folders count. */
export interface FileFilter {
  /** Told to the user where a folder has none: `.json`. */
  readonly endings: readonly string[];
  /** Whether a file counts, by its name. */
  readonly takes: (name: string) => boolean;
}

/**
 * Lists the files that paths name: a file is itself, a folder all files in it and below that count, sorted by name.
 * Hidden folders and `node_modules` are left out, links to folders are not followed.
 *
 * @param io - the files.
 * @param paths - as the user wrote them; `-` is standard input.
 * @param filter - which files of folders count.
 * @returns each file once, named from where the user named it.
 */
export async function findFiles(
  io: Io,
  paths: readonly string[],
  filter: FileFilter,
): Promise<readonly FoundFile[]> {
  const found = new Map<string, FoundFile>();
  for (const path of paths) {
    for (const file of await expand(io, path, filter)) {
      const key = file.file === '-' ? '-' : resolve(io.cwd, file.file);
      if (!found.has(key)) found.set(key, file);
    }
  }
  return [...found.values()];
}

async function expand(io: Io, path: string, filter: FileFilter): Promise<readonly FoundFile[]> {
  if (path === '-') return [{ ok: true, file: path, named: true }];
  try {
    const { kind } = await io.files.stat(resolve(io.cwd, path));
    if (kind !== 'folder') return [{ ok: true, file: path, named: true }];
    const files = await filesBelow(io, path, filter);
    if (files.length > 0) return files.map((file) => ({ ok: true, file, named: false }));
    const endings = filter.endings.map((ending) => `*${ending}`).join(', ');
    const problem = inputProblem(`there are no ${endings} files in this folder`, {
      help: 'name a folder that holds some, or the files themselves',
    });
    return [{ ok: false, file: path, problem }];
  } catch (error) {
    return [{ ok: false, file: path, problem: describeFileError(error) }];
  }
}

async function filesBelow(io: Io, folder: string, filter: FileFilter): Promise<string[]> {
  const entries = [...(await io.files.list(resolve(io.cwd, folder)))];
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const files: string[] = [];
  for (const { kind, name } of entries) {
    const path = join(folder, name);
    if (kind === 'folder') files.push(...(isLeftOut(name) ? [] : await filesBelow(io, path, filter)));
    else if (filter.takes(name)) files.push(path);
  }
  return files;
}

/** Folders that are never searched. */
export function isLeftOut(folder: string): boolean {
  return folder.startsWith('.') || folder === 'node_modules';
}
