import { resolve } from 'node:path';
import type { GenerateConfig } from './config/generateConfig.ts';
import { loadConfig } from './config/loadConfig.ts';
import { diagnostic, hasErrors } from './diagnostic/diagnostic.ts';
import type { Diagnostic } from './diagnostic/diagnostic.ts';

/** A configuration with the options of a call over it. */
export interface ResolvedConfig {
  /** Absent where a diagnostic is an error. */
  readonly config: GenerateConfig | undefined;
  /** The absolute path of the folder of the output. */
  readonly out: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the configuration file of a folder and puts the given options over it.
 *
 * @param cwd - the absolute path of the folder.
 * @param options - those that are `undefined` leave what the file says.
 */
export async function resolveConfig(cwd: string, options: Partial<GenerateConfig>): Promise<ResolvedConfig> {
  const loaded = await loadConfig(cwd);
  const diagnostics = loaded.diagnostics;
  if (hasErrors(diagnostics)) return { config: undefined, out: cwd, diagnostics };
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  const config: Partial<GenerateConfig> = { ...loaded.config.generate, ...given };
  // An empty path, as from a variable that is not set, would be the folder of the configuration itself.
  if (config.out === undefined || config.out === '') {
    const help = 'name one, as in `--out src/iam`, or write `"out"` into the configuration file';
    const missing = diagnostic('missing-out', 'no folder to write to is given', {
      path: '/generate/out',
      help,
    });
    return { config: undefined, out: cwd, diagnostics: [...diagnostics, missing] };
  }
  return { config: { ...config, out: config.out }, out: resolve(cwd, config.out), diagnostics };
}
