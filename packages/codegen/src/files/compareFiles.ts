import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GeneratedFile } from '../emit/generatedFile.ts';
import { readHeader } from '../emit/header.ts';
import { byCodePoint } from '../names/byCodePoint.ts';
import { errorCode, errorMessage } from './fileError.ts';
import type { FileState } from './fileState.ts';

/**
 * Compares generated files with those of a folder, which need not exist.
 *
 * @param files - what is generated now.
 * @param out - the absolute path of the folder.
 * @returns the state of each, and of files that an earlier run generated; sorted by path.
 */
export function compareFiles(files: readonly GeneratedFile[], out: string): readonly FileState[] {
  const generated = new Set(files.map(({ path }) => path));
  const leftOver = listFolder(out).filter((name) => !generated.has(name) && /^[^.].*\.(ts|json)$/.test(name));
  return [
    ...files.map((file) => stateOf(file, out)),
    ...leftOver.flatMap((name) => stateOfLeftOver(name, out)),
  ].sort((left, right) => byCodePoint(left.path, right.path));
}

function stateOf({ path, text }: GeneratedFile, out: string): FileState {
  let current: string;
  try {
    current = readFileSync(join(out, path), 'utf8');
  } catch (error) {
    // A file where a folder belongs is told once, when the folder cannot be made.
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error) ?? '')) return { kind: 'missing', path, text };
    return { kind: 'unreadable', path, reason: errorMessage(error) };
  }
  if (current === text) return { kind: 'same', path };
  const header = readHeader(current);
  if (header === undefined) return { kind: 'foreign', path };
  return header.intact
    ? { kind: 'outdated', path, text, current, header }
    : { kind: 'edited', path, text, current };
}

/** Other files in the folder are nobody's business here, unless a run wrote them. */
function stateOfLeftOver(path: string, out: string): readonly FileState[] {
  try {
    const current = readFileSync(join(out, path), 'utf8');
    const header = readHeader(current);
    if (header === undefined) return [];
    return [header.intact ? { kind: 'stale', path } : { kind: 'edited', path, text: undefined, current }];
  } catch {
    return [];
  }
}

function listFolder(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);
  } catch {
    return [];
  }
}
