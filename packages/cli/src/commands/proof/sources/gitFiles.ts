import { relative, resolve } from 'node:path';
import { quote } from '@policywright/policy/text';
import { CommandError } from '../../../commandError.ts';
import { inputProblem } from '../../../io/inputProblem.ts';
import type { GitAnswer, Io } from '../../../io/io.ts';
import { decodeInput, MOST_BYTES, type Input } from '../../../io/readInput.ts';
import { isPolicyFileName } from '../../lint/findLintFiles.ts';
import type { SourceFile } from './sourceFile.ts';

/** A path in a commit, as `git:REV:PATH` says it. */
export interface GitPath {
  readonly revision: string;
  /** Left out, it is that of the other side. */
  readonly path: string | undefined;
}

const PREFIX = 'git:';
/** Trees of large repositories have names by the hundred thousand. */
const MOST_LIST_BYTES = 64 * 1024 * 1024;

/**
 * Reads an argument that names a path in a commit.
 *
 * @param text - the argument.
 * @returns `undefined` where it names a path on the disk.
 * @throws CommandError - where no commit can be called so: what begins with a dash would be an option.
 */
export function readGitPath(text: string): GitPath | undefined {
  if (!text.startsWith(PREFIX)) return undefined;
  const rest = text.slice(PREFIX.length);
  const colon = rest.indexOf(':');
  const revision = colon < 0 ? rest : rest.slice(0, colon);
  if (revision === '' || revision.startsWith('-') || revision.includes('\0'))
    throw new CommandError(`${quote(text)} names no commit`, { help: 'write `git:main:policies`' });
  const path = colon < 0 ? '' : rest.slice(colon + 1);
  return { revision, path: path === '' ? undefined : path };
}

/**
 * Lists the files that may hold policies in a path of a commit.
 *
 * @param io - runs `git`.
 * @param revision - the commit, as a person names it.
 * @param path - of a file or a folder, from the current folder.
 * @returns the files by name; none where the commit has nothing there.
 * @throws CommandError - where there is no such commit, or no repository.
 */
export async function gitFiles(io: Io, revision: string, path: string): Promise<readonly SourceFile[]> {
  const shown = `${PREFIX}${revision}:`;
  const commit = await ask(io, ['rev-parse', '--verify', `${revision}^{commit}`], MOST_BYTES);
  const hash = new TextDecoder().decode(commit.output).trim();
  if (!commit.ok || !/^[0-9a-f]{40,64}$/.test(hash)) {
    const help = 'name a commit, branch or tag of this repository; a shallow clone has the last ones only';
    throw new CommandError(`${quote(revision)} is no commit: ${commit.error}`, { help });
  }
  const folder = (relative(io.cwd, resolve(io.cwd, path)) || '.').replaceAll('\\', '/');
  const list = await ask(io, ['ls-tree', '-r', '-z', hash, '--', folder], MOST_LIST_BYTES);
  if (!list.ok) throw new CommandError(`${quote(shown + path)} cannot be read: ${list.error}`);
  const entries = new TextDecoder().decode(list.output).split('\0').flatMap(readEntry);
  return entries
    .filter(({ name }) => name === folder || isPolicyFileName(name.slice(name.lastIndexOf('/') + 1)))
    .map(({ name, blob }) => ({
      file: shown + name,
      key: name === folder ? '' : keyBelow(name, folder),
      path: undefined,
      read: () => readBlob(io, blob),
    }));
}

function keyBelow(name: string, folder: string): string {
  return folder === '.' ? name : name.slice(folder.length + 1);
}

/** `100644 blob HASH<TAB>NAME`; links and other repositories are no files. */
function readEntry(entry: string): readonly { readonly name: string; readonly blob: string }[] {
  const tab = entry.indexOf('\t');
  const [mode = '', kind, blob = ''] = entry.slice(0, tab).split(' ');
  return kind === 'blob' && mode.startsWith('100') ? [{ name: entry.slice(tab + 1), blob }] : [];
}

async function readBlob(io: Io, blob: string): Promise<Input> {
  const { ok, output, error } = await ask(io, ['cat-file', 'blob', blob], MOST_BYTES);
  return ok ? decodeInput(output, MOST_BYTES) : { ok: false, text: '', problem: inputProblem(error) };
}

async function ask(io: Io, args: readonly string[], mostBytes: number): Promise<GitAnswer> {
  if (io.git === undefined) throw new CommandError('`git` cannot be asked here');
  return io.git(args, mostBytes);
}
