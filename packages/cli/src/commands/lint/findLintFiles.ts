import { join, resolve } from 'node:path';
import { inputProblem, type InputProblem } from '../../io/inputProblem.ts';
import type { FolderEntry, Io } from '../../io/io.ts';
import { describeFileError } from '../../io/readInput.ts';
import { CONFIG_FILES } from '../../config/configFiles.ts';

/** A file to lint, or why a path leads to none. */
export type LintFile =
  | {
      readonly ok: true;
      readonly file: string;
      /** Whether the user named the file itself rather than a folder around it. */
      readonly named: boolean;
    }
  | { readonly ok: false; readonly file: string; readonly problem: InputProblem };

const ENDINGS = ['.json', '.yaml', '.yml', '.template'];

/**
 * Lists the files that paths name: a file is itself, a folder all files in it and below that can be documents or
 * templates, by their endings and sorted by name. Hidden folders and `node_modules` are left out, and so is the
 * configuration file; links to folders are not followed.
 *
 * @param io - the files.
 * @param paths - as the user wrote them; `-` is standard input.
 * @returns each file once, named from where the user named it.
 */
export async function findLintFiles(io: Io, paths: readonly string[]): Promise<readonly LintFile[]> {
  const found = new Map<string, LintFile>();
  for (const path of paths) {
    for (const file of await expand(io, path)) {
      const key = file.file === '-' ? '-' : resolve(io.cwd, file.file);
      if (!found.has(key)) found.set(key, file);
    }
  }
  return [...found.values()];
}

async function expand(io: Io, path: string): Promise<readonly LintFile[]> {
  if (path === '-') return [{ ok: true, file: path, named: true }];
  try {
    const { kind } = await io.files.stat(resolve(io.cwd, path));
    if (kind !== 'folder') return [{ ok: true, file: path, named: true }];
    const files = await filesBelow(io, path);
    if (files.length > 0) return files.map((file) => ({ ok: true, file, named: false }));
    const problem = inputProblem(
      `there are no ${ENDINGS.map((ending) => `*${ending}`).join(', ')} files in this folder`,
      { help: 'name a folder that holds some, or the files themselves' },
    );
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
    else if (isDocument(entry)) files.push(path);
  }
  return files;
}

function isLeftOut({ name }: FolderEntry): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

function isDocument({ name }: FolderEntry): boolean {
  return !CONFIG_FILES.includes(name) && ENDINGS.some((ending) => name.toLowerCase().endsWith(ending));
}
