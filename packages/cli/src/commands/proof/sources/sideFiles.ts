import { relative } from 'node:path';
import { quote } from '@policywright/policy/text';
import { CommandError } from '../../../commandError.ts';
import type { Io } from '../../../io/io.ts';
import { readInput } from '../../../io/readInput.ts';
import { findLintFiles } from '../../lint/findLintFiles.ts';
import { gitFiles, readGitPath } from './gitFiles.ts';
import type { SourceFile } from './sourceFile.ts';

/**
 * Lists the files of the two versions of something.
 *
 * @param io - the files and `git`.
 * @param sides - old and new: files, folders, `-`, `git:REV:PATH`, or `git:REV` for the path of the other side.
 * @returns old and new. What a commit does not have yet is no file of the old version.
 * @throws CommandError - where one cannot be found, or one is a file and the other a folder.
 */
export async function filesOfSides(
  io: Io,
  [before, after]: readonly [string, string],
): Promise<readonly [readonly SourceFile[], readonly SourceFile[]]> {
  const old = await sideFiles(io, before, after);
  const now = await sideFiles(io, after, before);
  if (now.length === 0)
    throw new CommandError(`there is no file with policies in ${quote(after)}`, {
      help: 'check the path; paths in a commit start from the current folder, too',
    });
  if (old.length === 0) io.stderr.write(`${quote(before)} has no such file: all of it is new\n`);
  else if (isOneFile(old) !== isOneFile(now))
    throw new CommandError('one side is a file and the other a folder', { help: 'name two of a kind' });
  return [old, now];
}

function isOneFile(files: readonly SourceFile[]): boolean {
  return files.length === 1 && files[0]?.key === '';
}

async function sideFiles(io: Io, side: string, other: string): Promise<readonly SourceFile[]> {
  const git = readGitPath(side);
  if (git === undefined) return diskFiles(io, [side]);
  const { revision, path = pathOf(other) } = git;
  if (path === '-') throw new CommandError(`${quote(side)} needs a path`, { help: 'write `git:REV:PATH`' });
  return gitFiles(io, revision, path);
}

/** The whole folder where neither side names a path. */
function pathOf(side: string): string {
  const git = readGitPath(side);
  return git === undefined ? side : (git.path ?? '.');
}

/**
 * Lists the files that paths on the disk name.
 *
 * @param io - the files.
 * @param paths - files, folders and `-`.
 * @throws CommandError - where one cannot be found.
 */
export async function diskFiles(io: Io, paths: readonly string[]): Promise<readonly SourceFile[]> {
  const files: SourceFile[] = [];
  for (const path of paths) {
    for (const found of await findLintFiles(io, [path], { listed: false })) {
      const { file } = found;
      if (!found.ok)
        throw new CommandError(`${quote(file)}: ${found.problem.message}`, { help: found.problem.help });
      const key = found.named ? '' : relative(path, file).replaceAll('\\', '/');
      const own = file === '-' ? undefined : file;
      files.push({ file, key, path: own, read: () => readInput(io, file) });
    }
  }
  return files;
}
