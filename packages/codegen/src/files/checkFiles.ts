import type { CodegenDiagnostic } from '../diagnostic/diagnostic.ts';
import type { GeneratedFile } from '../emit/generatedFile.ts';
import { compareFiles } from './compareFiles.ts';
import { drift } from './fileDiagnostic.ts';

/** What {@link checkFiles} found. */
export interface CheckedFiles {
  /** Paths of files that are on disk as generated. */
  readonly unchanged: readonly string[];
  /** Paths of files that are not. */
  readonly drifted: readonly string[];
  /** One for each file that drifted, saying how. */
  readonly diagnostics: readonly CodegenDiagnostic[];
}

/** A folder to compare with or write to. */
export interface OutputFolder {
  /** Its absolute path. */
  readonly path: string;
  /** Its name in diagnostics. */
  readonly name: string;
}

/**
 * Compares generated files with those on disk and writes nothing.
 *
 * @param files - what is generated now.
 * @param out - the folder that should hold them.
 */
export function checkFiles(files: readonly GeneratedFile[], out: OutputFolder): CheckedFiles {
  const states = compareFiles(files, out.path);
  return {
    unchanged: states.filter(({ kind }) => kind === 'same').map(({ path }) => path),
    drifted: states.filter(({ kind }) => kind !== 'same').map(({ path }) => path),
    diagnostics: states.flatMap((state) => drift(state, out.name) ?? []),
  };
}
