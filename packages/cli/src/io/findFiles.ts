import { join, resolve } from 'node:path';
import { inputProblem, type InputProblem } from './inputProblem.ts';
import type { FolderEntry, Io } from './io.ts';
import type { LeavesOut } from './pathPatterns.ts';
import { describeFileError } from './readInput.ts';

/** A file to read, or why a path leads to none. */
export type FoundFile =
  | {
      readonly ok: true;
      readonly file: string;
      /** Whether the user named the file itself rather than a folder around it. */
      readonly named: boolean;
      /** Whether it is a link that the user did not name: it may lead out of the folder. */
      readonly isLink: boolean;
    }
  | { readonly ok: false; readonly file: string; readonly problem: InputProblem };

/** Which files of folders count. */
export interface FileFilter {
  /** Told to the user where a folder has none: `.json`. */
  readonly endings: readonly string[];
  /** Whether a file counts, by its name. */
  readonly takes: (name: string) => boolean;
  /** What else helps whose folder has none. */
  readonly help?: string;
  /** Whether a program lists the files, so that nobody named them. */
  readonly listed?: boolean;
  /** What is left out of folders and of a program's list. */
  readonly leavesOut?: LeavesOut;
}

/**
 * Lists the files that paths name: a file is itself, a folder all files in it and below that count, sorted by name.
 * Hidden folders and `node_modules` are left out, links to folders are not followed; pipes, devices and links that
 * lead nowhere are no files of a folder.
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
      // Who names a file means it, whatever folder around it is searched too.
      if (!found.has(key) || (file.ok && file.named)) found.set(key, file);
    }
  }
  return [...found.values()];
}

async function expand(io: Io, path: string, filter: FileFilter): Promise<readonly FoundFile[]> {
  if (path === '-') return [{ ok: true, file: path, named: true, isLink: false }];
  try {
    const { kind, isLink = false } = await io.files.stat(resolve(io.cwd, path));
    if (kind !== 'folder') {
      if (filter.listed !== true) return [{ ok: true, file: path, named: true, isLink: false }];
      const isTaken = kind === 'file' && filter.leavesOut?.(path) !== true;
      return isTaken ? [{ ok: true, file: path, named: false, isLink }] : [];
    }
    const search = new FolderSearch(io, filter);
    await search.visit(path);
    if (search.found.length > 0 || search.hasLeftOut) return search.found;
    const endings = filter.endings.map((ending) => `*${ending}`).join(', ');
    const help = ['name a folder that holds some, or the files themselves', filter.help ?? []]
      .flat()
      .join('; ');
    const problem = inputProblem(`there are no ${endings} files in this folder`, { help });
    return [{ ok: false, file: path, problem }];
  } catch (error) {
    return [{ ok: false, file: path, problem: describeFileError(error) }];
  }
}

/** Collects the files of a folder and of those below it. */
class FolderSearch {
  readonly found: FoundFile[] = [];
  /** Whether the user wanted something left out, so that the folder is not empty. */
  hasLeftOut = false;
  readonly #io: Io;
  readonly #filter: FileFilter;

  constructor(io: Io, filter: FileFilter) {
    this.#io = io;
    this.#filter = filter;
  }

  async visit(folder: string): Promise<void> {
    const entries = [...(await this.#io.files.list(resolve(this.#io.cwd, folder)))];
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const file = join(folder, entry.name);
      if (this.#filter.leavesOut?.(file) === true) {
        this.hasLeftOut = true;
        continue;
      }
      if (entry.kind === 'folder') await this.#visitBelow(entry.name, file);
      else if (this.#filter.takes(entry.name) && (await this.#leadsToFile(entry, file)))
        this.found.push({ ok: true, file, named: false, isLink: entry.kind === 'link' });
    }
  }

  /** A folder that cannot be read is told, and hides nothing beside it. */
  async #visitBelow(name: string, folder: string): Promise<void> {
    if (isLeftOut(name)) return;
    try {
      await this.visit(folder);
    } catch (error) {
      this.found.push({ ok: false, file: folder, problem: describeFileError(error) });
    }
  }

  async #leadsToFile({ kind }: FolderEntry, file: string): Promise<boolean> {
    if (kind !== 'link') return kind === 'file';
    try {
      return (await this.#io.files.stat(resolve(this.#io.cwd, file))).kind === 'file';
    } catch {
      return false;
    }
  }
}

/** Folders that are never searched. */
export function isLeftOut(folder: string): boolean {
  return folder.startsWith('.') || folder === 'node_modules';
}
