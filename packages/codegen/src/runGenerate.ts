import { posix } from 'node:path';
import type { GenerateConfig } from './config/generateConfig.ts';
import { hasErrors } from './diagnostic/diagnostic.ts';
import type { Diagnostic } from './diagnostic/diagnostic.ts';
import { generate } from './emit/generate.ts';
import type { GeneratedFile } from './emit/generatedFile.ts';
import { checkFiles } from './files/checkFiles.ts';
import { writeFiles } from './files/writeFiles.ts';
import { resolveConfig } from './resolveConfig.ts';
import { findUsedServices } from './usage/findUsedServices.ts';

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
  const { config, out: path, diagnostics: configDiagnostics } = await resolveConfig(cwd, flags);
  if (config === undefined) return { ...NOTHING, diagnostics: configDiagnostics };

  const { fromUsage = [], services = [] } = config;
  const used =
    fromUsage.length === 0
      ? { services: [], diagnostics: [] }
      : findUsedServices({ cwd, paths: fromUsage, out: path });
  // Services that are named are enough; that none is used besides is no error then.
  const usageDiagnostics = used.diagnostics.filter(
    ({ code }) => code !== 'no-services' || services.length === 0,
  );
  if (hasErrors(usageDiagnostics))
    return { ...NOTHING, diagnostics: [...configDiagnostics, ...usageDiagnostics] };

  const generated = generate(config, used.services);
  const diagnostics = [...configDiagnostics, ...usageDiagnostics, ...generated.diagnostics];
  if (hasErrors(diagnostics)) return { ...NOTHING, diagnostics };

  const out = { path, name: config.out.replaceAll('\\', '/') };
  const done = check ? checkFiles(generated.files, out) : writeFiles(generated.files, out);
  const named = (paths: readonly string[]): readonly string[] =>
    paths.map((name) => posix.join(out.name, name));
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
