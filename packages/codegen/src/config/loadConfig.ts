import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diagnostic } from '../diagnostic/diagnostic.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { PolicywrightConfig } from './generateConfig.ts';
import { importConfigModule } from './importConfigModule.ts';
import { readJsonConfig } from './readJsonConfig.ts';

/** The names that {@link loadConfig} looks for. */
export const CONFIG_FILES = [
  'policywright.config.ts',
  'policywright.config.mts',
  'policywright.config.js',
  'policywright.config.mjs',
  'policywright.config.json',
] as const;

/** A configuration, where one was found. */
export interface LoadedConfig {
  /** What the file says, as far as it is right; empty where there is no file. */
  readonly config: Pick<PolicywrightConfig, 'generate'>;
  /** What the entry `lint` holds, as it is written: `policywright lint` checks it. */
  readonly lint?: unknown;
  /** The absolute path of the file, if there is one. */
  readonly path: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the configuration file of a folder; having none is not an error.
 *
 * @param cwd - the absolute path of the folder; those above it are not searched.
 */
export async function loadConfig(cwd: string): Promise<LoadedConfig> {
  const found = CONFIG_FILES.filter((name) => existsSync(join(cwd, name)));
  const [file] = found;
  if (file === undefined) return { config: {}, path: undefined, diagnostics: [] };
  const path = join(cwd, file);
  if (found.length > 1) {
    const message = `there are several configuration files: ${found.map((name) => `\`${name}\``).join(', ')}`;
    return {
      config: {},
      path,
      diagnostics: [diagnostic('config-ambiguous', message, { help: 'keep one of them' })],
    };
  }
  try {
    const checked = file.endsWith('.json')
      ? readJsonConfig(readFileSync(path, 'utf8'), file)
      : await importConfigModule(path, file);
    return { ...checked, path };
  } catch (error) {
    const message = `it cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    return { config: {}, path, diagnostics: [diagnostic('config-load-error', message, { file })] };
  }
}
