import { dirname, resolve } from 'node:path';
import type { LintConfig } from '@policywright/lint';
import { configDiagnostics } from '../../config/configDiagnostics.ts';
import { findConfigFileUpwards } from '../../config/configFiles.ts';
import { readConfigEntry } from '../../config/readConfigEntry.ts';
import type { Io } from '../../io/io.ts';
import { printDiagnostics } from '../../report/printDiagnostics.ts';
import { checkLintConfig } from './checkLintConfig.ts';

/**
 * Reads the configuration of the linter.
 *
 * @param io - the files; what is wrong with the configuration goes to its standard error.
 * @param named - the file that the user named; that of the current folder or the nearest above it by default.
 * @returns the entry, with the absolute path of the file of accepted findings; `undefined` where something is wrong
 * with it.
 * @throws CommandError - where the named file cannot be read, or the folder has several.
 */
export async function readLintConfig(io: Io, named: string | undefined): Promise<LintConfig | undefined> {
  const file = named ?? (await findConfigFileUpwards(io));
  if (file === undefined) return {};
  const entry = await readConfigEntry(io, file, 'lint');
  const { text, value, pointer } = entry;
  const diagnostics = configDiagnostics(entry, value === undefined ? [] : checkLintConfig(value, pointer));
  printDiagnostics(io, { file, text }, diagnostics);
  if (diagnostics.length > 0) return undefined;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every member was checked
  const { baseline, ...config } = (value ?? {}) as LintConfig;
  if (baseline === undefined) return config;
  return { ...config, baseline: resolve(dirname(resolve(io.cwd, file)), baseline) };
}
