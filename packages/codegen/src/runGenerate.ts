import { posix, resolve } from 'node:path';
import type { GenerateConfig } from './generateConfig.ts';
import { diagnostic, hasErrors, type CodegenDiagnostic } from './diagnostic/diagnostic.ts';
import { generate } from './emit/generate.ts';
import type { GeneratedFile } from './emit/generatedFile.ts';
import { checkFiles } from './files/checkFiles.ts';
import { writeFiles } from './files/writeFiles.ts';
import { findUsedServices } from './usage/findUsedServices.ts';

/** Options of {@link runGenerate}. */
export interface RunGenerateOptions extends Partial<GenerateConfig> {
  /** The absolute path of the folder that paths start from. */
  readonly cwd: string;
  /** Whether to compare with the files on disk and write nothing. */
  readonly check?: boolean;
}

/** What {@link runGenerate} did; paths start from `cwd` and have `/` between their parts. */
export interface GenerateResult {
  /** What was generated; none when the options are wrong. */
  readonly files: readonly GeneratedFile[];
  readonly written: readonly string[];
  /** Files of earlier runs that were deleted, being no longer generated. */
  readonly removed: readonly string[];
  readonly unchanged: readonly string[];
  /** With `check`: files that differ from what would be generated. */
  readonly drifted: readonly string[];
  readonly diagnostics: readonly CodegenDiagnostic[];
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
 * Does what `policywright generate` does once it has read its configuration: generates, and writes or compares.
 *
 * Nothing is written when a diagnostic is an error. It throws on nothing that a user can get wrong.
 */
export async function runGenerate(options: RunGenerateOptions): Promise<GenerateResult> {
  const { cwd, check = false, out: name, ...others } = options;
  // An empty path, as from a variable that is not set, would be the folder of the configuration itself.
  if (name === undefined || name === '') return { ...NOTHING, diagnostics: [withoutFolder()] };
  const config: GenerateConfig = { ...others, out: name };
  const path = resolve(cwd, name);

  const { fromUsage = [], services = [] } = config;
  const used =
    fromUsage.length === 0
      ? { services: [], diagnostics: [] }
      : await findUsedServices({ cwd, paths: fromUsage, out: path });
  // Services that are named are enough; that none is used besides is no error then.
  const usageDiagnostics = used.diagnostics.filter(
    ({ code }) => code !== 'no-services' || services.length === 0,
  );
  if (hasErrors(usageDiagnostics)) return { ...NOTHING, diagnostics: usageDiagnostics };

  const generated = generate(config, used.services);
  const diagnostics = [...usageDiagnostics, ...generated.diagnostics];
  if (hasErrors(diagnostics)) return { ...NOTHING, diagnostics };

  const out = { path, name: name.replaceAll('\\', '/') };
  const done = check ? checkFiles(generated.files, out) : writeFiles(generated.files, out);
  const named = (paths: readonly string[]): readonly string[] =>
    paths.map((file) => posix.join(out.name, file));
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

function withoutFolder(): CodegenDiagnostic {
  return diagnostic('missing-out', 'no folder to write to is given', {
    path: '/generate/out',
    help: 'name one, as in `--out src/iam`, or write `"out"` into the configuration file',
  });
}
