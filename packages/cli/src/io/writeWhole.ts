import { resolve } from 'node:path';
import { quote } from '@policywright/policy/text';
import { CommandError } from '../commandError.ts';
import type { Io } from './io.ts';

/**
 * Writes a file, and the folders around it, under a temporary name first.
 *
 * @param io - the files.
 * @param path - as the user named it.
 * @param content - all of it.
 * @throws CommandError - where it cannot be written.
 */
export async function writeWhole(
  { files, cwd }: Io,
  path: string,
  content: string | Uint8Array,
): Promise<void> {
  try {
    await files.makeFolder?.(resolve(cwd, path, '..'));
    await (files.replace ?? files.write)(resolve(cwd, path), content);
  } catch (error) {
    throw new CommandError(`${quote(path)} cannot be written: ${writeReason(error)}`);
  }
}

/**
 * Why a file cannot be written, in words.
 *
 * @param error - what `node:fs` threw.
 */
export function writeReason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? (code === '' ? String(error) : code);
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'no permission to write there',
  EPERM: 'no permission to write there',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space is left on the disk',
  EDQUOT: 'the quota of the disk is used up',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is not a folder',
  EEXIST: 'a part of the path is not a folder',
  ENAMETOOLONG: 'the path is too long',
};
