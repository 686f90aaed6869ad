import { resolve } from 'node:path';
import { positionAt } from '@policywright/policy';
import { inputProblem, type InputProblem } from './inputProblem.ts';
import type { FileFacts, Io } from './io.ts';

/** The most bytes of one input: 8 MiB, far above any policy and low enough to answer at once. */
export const MOST_BYTES: number = 8 * 1024 * 1024;

/** The text of a file or of standard input, or why there is none. */
export type Input =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly text: string; readonly problem: InputProblem };

/** How to read an input. */
export interface InputOptions {
  /** `MOST_BYTES` unless given. */
  readonly mostBytes?: number;
}

/**
 * Reads a file, or standard input where the path is `-`.
 *
 * @param io - files and standard input.
 * @param path - relative paths start from `io.cwd`.
 * @param options - the limit.
 * @returns never rejects for what the file system or the content may be.
 */
export async function readInput(
  io: Io,
  path: string,
  { mostBytes = MOST_BYTES }: InputOptions = {},
): Promise<Input> {
  try {
    if (path === '-') return decodeInput(await io.readStdin(mostBytes), mostBytes);
    const file = resolve(io.cwd, path);
    const refusal = refuse(await io.files.stat(file), mostBytes);
    return refusal ? failed(refusal) : decodeInput(await io.files.read(file, mostBytes), mostBytes);
  } catch (error) {
    return failed(describeFileError(error));
  }
}

/**
 * Puts an error of the file system into words.
 *
 * @param error - what `node:fs` threw.
 * @throws the error itself where it is of no known kind.
 */
export function describeFileError(error: unknown): InputProblem {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const known = typeof code === 'string' ? FILE_ERRORS[code] : undefined;
  if (known !== undefined) return inputProblem(known[0], { help: known[1] });
  // The arguments of a command line can hold no NUL, those of `run` can.
  if (code === 'ERR_INVALID_ARG_VALUE') return inputProblem('the path is not one that a file can have');
  throw error;
}

const FILE_ERRORS: Readonly<Record<string, readonly [string, string]>> = {
  ENOENT: ['no such file or folder', 'check the path; relative paths start from the current folder'],
  ENOTDIR: ['no such file: a part of the path is not a folder', 'check the path'],
  EACCES: ['no permission to read it', 'check the permissions of the file'],
  EPERM: ['no permission to read it', 'check the permissions of the file'],
  EISDIR: ['it is a folder', 'name a file'],
  ELOOP: ['its symbolic links go round in a circle', 'check where the links point'],
  ENAMETOOLONG: ['the path is too long', 'check the path'],
  EIO: ['the device cannot be read', 'copy the file elsewhere'],
};

const TOO_LARGE = {
  help: 'a policy holds a few thousand characters; split the scenarios over several files',
};

function refuse({ kind, size }: FileFacts, mostBytes: number): InputProblem | undefined {
  if (kind === 'folder')
    return inputProblem('it is a folder', {
      help: 'name a file; `policywright test` and `policywright lint` take folders',
    });
  return size > mostBytes ? tooLarge(size, mostBytes) : undefined;
}

function tooLarge(size: number, mostBytes: number): InputProblem {
  const megabytes = (size / 1e6).toFixed(1);
  return inputProblem(`it is too large: ${megabytes} MB, the limit is ${(mostBytes / 1e6).toFixed(1)} MB`, {
    ...TOO_LARGE,
    range: rangeAt('', 0),
  });
}

function failed(problem: InputProblem, text = ''): Input {
  return { ok: false, text, problem };
}

/**
 * Reads bytes as text in UTF-8.
 *
 * @param bytes - all of an input, or one more than the limit.
 * @param mostBytes - the limit.
 */
export function decodeInput(bytes: Uint8Array, mostBytes: number): Input {
  if (bytes.length > mostBytes) return failed(tooLarge(bytes.length, mostBytes));
  if (isUtf16(bytes)) {
    const help = 'save it as UTF-8; in Windows PowerShell: `Out-File -Encoding utf8`';
    return failed(inputProblem('it is UTF-16 text', { help, range: rangeAt('', 0) }));
  }
  const text = new TextDecoder().decode(bytes);
  const foreign = firstForeign(text, bytes);
  if (foreign !== undefined) {
    const help = 'expected JSON in UTF-8';
    return failed(inputProblem('it is not text in UTF-8', { help, range: rangeAt(text, foreign) }), text);
  }
  if (text.trim() === '') {
    const help = 'expected JSON: a scenario, an array of scenarios, or a policy, as the command takes';
    return failed(inputProblem('it is empty', { help, range: rangeAt('', 0) }));
  }
  return { ok: true, text };
}

function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** Offset of the first NUL or of the first byte that is no UTF-8. */
function firstForeign(text: string, bytes: Uint8Array): number | undefined {
  const nul = text.indexOf('\0');
  if (nul >= 0) return nul;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return undefined;
  } catch {
    return Math.max(0, text.indexOf('\ufffd'));
  }
}

function rangeAt(text: string, offset: number): NonNullable<InputProblem['range']> {
  const start = positionAt(text, offset);
  return { start, end: start };
}
