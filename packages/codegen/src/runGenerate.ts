import { posix, resolve } from 'node:path';
import type { GenerateConfig } from './config/generateConfig.ts';
import { loadConfig } from './config/loadConfig.ts';
import { diagnostic, hasErrors } from './diagnostic/diagnostic.ts';
import type { Diagnostic } from './diagnostic/diagnostic.ts';
import { generate } from './emit/generate.ts';
import type { GeneratedFile } from './emit/generatedFile.ts';
import { checkFiles } from './files/checkFiles.ts';
import { writeFiles } from './files/writeFiles.ts';

/** Options of {@link runGenerate}; each of {@link GenerateConfig} goes before the same in the configuration file. */
export interface RunGenerateOptions extends Partial<GenerateConfig> {
  /** The absolute path of the folder that holds the configuration file and that paths start from. */
  readonly cwd: string;
  /** Whether to compare with the files on disk and write nothing. */
  readonly check?: boolean;
}

/** What {@link runGenerate} did; paths start from `cwd` and have `/` between their parts. */
export interface GenerateResult {
  /** What was generated; none when the configuration is wrong. */
  readonly files: readonly GeneratedFile[];
  readonly written: readonly string[];
  /** Files of earlier runs that were deleted, being no longer generated. */
  readonly removed: readonly string[];
  readonly unchanged: readonly string[];
  /** With `check`: files that differ from what would be generated. */
  readonly drifted: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

const NOTHING: GenerateResult = {
  files: [],
  written: [],
  removed: [],
  unchanged: [],
  drifted: [],
  diagnostics: [],
};

/**
 * Does what `policywright generate` does: reads the configuration, generates, and writes or compares.
 *
 * Nothing is written when a diagnostic is an error. It throws on nothing that a user can get wrong.
 */
export async function runGenerate(options: RunGenerateOptions): Promise<GenerateResult> {
  const { cwd, check = false, ...flags } = options;
  const loaded = await loadConfig(cwd);
  if (hasErrors(loaded.diagnostics)) return { ...NOTHING, diagnostics: loaded.diagnostics };

  const config = { ...loaded.config.generate, ...withoutUndefined(flags) };
  if (config.out === undefined) {
    const help = 'name one, as in `--out src/iam`, or write `"out"` into the configuration file';
    const missing = diagnostic('missing-out', 'no folder to write to is given', {
      path: '/generate/out',
      help,
    });
    return { ...NOTHING, diagnostics: [...loaded.diagnostics, missing] };
  }
  const generated = generate({ ...config, out: config.out });
  const diagnostics = [...loaded.diagnostics, ...generated.diagnostics];
  if (hasErrors(diagnostics)) return { ...NOTHING, diagnostics };

  const out = { path: resolve(cwd, config.out), name: config.out.replaceAll('\\', '/') };
  const done = check ? checkFiles(generated.files, out) : writeFiles(generated.files, out);
  const named = (paths: readonly string[]): readonly string[] =>
    paths.map((path) => posix.join(out.name, path));
  return {
    ...NOTHING,
    files: generated.files,
    unchanged: named(done.unchanged),
    ...('drifted' in done
      ? { drifted: named(done.drifted) }
      : { written: named(done.written), removed: named(done.removed) }),
    diagnostics: [...diagnostics, ...done.diagnostics],
  };
}

function withoutUndefined(flags: Partial<GenerateConfig>): Partial<GenerateConfig> {
  return Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== undefined));
}
