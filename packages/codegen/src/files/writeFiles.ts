import { closeSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { diagnostic, type CodegenDiagnostic } from '../diagnostic/diagnostic.ts';
import type { GeneratedFile } from '../emit/generatedFile.ts';
import type { OutputFolder } from './checkFiles.ts';
import { compareFiles } from './compareFiles.ts';
import { obstacle } from './fileDiagnostic.ts';
import { errorMessage } from './fileError.ts';
import { makeFolder } from './makeFolder.ts';

/** What {@link writeFiles} did. */
export interface WrittenFiles {
  readonly written: readonly string[];
  /** Paths of files that an earlier run generated and that were deleted, being no longer generated. */
  readonly removed: readonly string[];
  readonly unchanged: readonly string[];
  /** With an error in them, nothing was written or removed. */
  readonly diagnostics: readonly CodegenDiagnostic[];
}

/**
 * Brings a folder up to date: writes what differs and deletes what is no longer generated.
 *
 * Everything is first written to temporary files, and only renamed when all could be written. A file that was
 * edited or that no run wrote stops it before that.
 *
 * @param files - what is generated now.
 * @param out - the folder, made if need be.
 */
export function writeFiles(files: readonly GeneratedFile[], out: OutputFolder): WrittenFiles {
  const states = compareFiles(files, out.path);
  const unchanged = states.filter(({ kind }) => kind === 'same').map(({ path }) => path);
  const obstacles = states.flatMap((state) => obstacle(state, out.name) ?? []);
  if (obstacles.length > 0) return { written: [], removed: [], unchanged, diagnostics: obstacles };

  const changed = states.flatMap((state) =>
    'text' in state && state.text !== undefined ? [{ path: state.path, text: state.text }] : [],
  );
  const removed = states.filter(({ kind }) => kind === 'stale').map(({ path }) => path);
  try {
    writeAll(changed, out.path);
    for (const path of removed) rmSync(join(out.path, path));
  } catch (error) {
    const failure = diagnostic('write-failed', `\`${out.name}\` cannot be written: ${errorMessage(error)}`, {
      file: out.name,
    });
    return { written: [], removed: [], unchanged, diagnostics: [failure] };
  }
  return { written: changed.map(({ path }) => path), removed, unchanged, diagnostics: [] };
}

function writeAll(files: readonly GeneratedFile[], folder: string): void {
  const pending: { readonly temporary: string; readonly target: string }[] = [];
  try {
    for (const { path, text } of files) {
      const target = join(folder, path);
      const temporary = join(folder, `.${path}.${process.pid}.tmp`);
      makeFolder(dirname(target));
      const descriptor = openSync(temporary, 'wx');
      pending.push({ temporary, target });
      writeFileSync(descriptor, text);
      closeSync(descriptor);
    }
    for (const { temporary, target } of pending) renameSync(temporary, target);
  } finally {
    for (const { temporary } of pending) rmSync(temporary, { force: true });
  }
}
