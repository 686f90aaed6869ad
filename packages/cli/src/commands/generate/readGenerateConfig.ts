import { basename } from 'node:path';
import type { GenerateConfig } from '@policywright/codegen';
import type { RenderableDiagnostic } from '@policywright/policy';
import { CommandError } from '../../commandError.ts';
import { configDiagnostic } from '../../config/configDiagnostic.ts';
import { configDiagnostics } from '../../config/configDiagnostics.ts';
import { findConfigFile } from '../../config/configFiles.ts';
import { readConfigEntry } from '../../config/readConfigEntry.ts';
import type { Io } from '../../io/io.ts';
import { checkGenerateConfig } from './checkGenerateConfig.ts';

/** A diagnostic about a file. */
export interface FileDiagnostic extends RenderableDiagnostic {
  /** From the folder that the paths of the configuration start from. */
  readonly file?: string;
}

/** What a configuration file says for the generator. */
export interface ReadGenerateConfig {
  /** Empty where there is no file, or something is wrong with it. */
  readonly config: Partial<GenerateConfig>;
  /** Errors. */
  readonly diagnostics: readonly FileDiagnostic[];
}

/**
 * Reads the configuration of the generator.
 *
 * @param io - the files.
 * @param named - the file that the user named; that of the current folder, if there is one, by default.
 * @returns what is wrong with it is among the diagnostics, also that there is no reading it.
 */
export async function readGenerateConfig(io: Io, named: string | undefined): Promise<ReadGenerateConfig> {
  try {
    const file = named ?? (await findConfigFile(io));
    return file === undefined ? { config: {}, diagnostics: [] } : await readFile(io, file);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    const { message, help } = error;
    return { config: {}, diagnostics: [configDiagnostic('config-load-error', message, { help })] };
  }
}

async function readFile(io: Io, file: string): Promise<ReadGenerateConfig> {
  const entry = await readConfigEntry(io, file, 'generate');
  const { value, pointer } = entry;
  const problems = value === undefined ? [] : checkGenerateConfig(value, pointer);
  const diagnostics = configDiagnostics(entry, problems).map((found) => ({ ...found, file: basename(file) }));
  // Every member was checked where nothing is wrong.
  return { config: diagnostics.length > 0 ? {} : (value ?? {}), diagnostics };
}
