import { dirname, resolve } from 'node:path';
import type { LintOptions } from '@policywright/lint';
import { findConfigFile } from '../../config/configFiles.ts';
import { printConfigProblems } from '../../config/printConfigProblems.ts';
import { readLintEntry } from '../../config/readConfigEntry.ts';
import type { Io } from '../../io/io.ts';
import { checkLintConfig } from './checkLintConfig.ts';

/** What a configuration says for the linter; see the help of `lint`. */
export interface LintConfig extends Pick<LintOptions, 'rules' | 'ignores' | 'settings' | 'minimumSeverity'> {
  /** The absolute path of the file of accepted findings. */
  readonly baseline?: string;
}

/**
 * Reads the configuration of the linter.
 *
 * @param io - the files; what is wrong with the configuration goes to its standard error.
 * @param named - the file that the user named; that of the current folder, if there is one, by default.
 * @returns `undefined` where something is wrong with it.
 * @throws CommandError - where the named file cannot be read, or the folder has several.
 */
export async function readLintConfig(io: Io, named: string | undefined): Promise<LintConfig | undefined> {
  const file = named ?? (await findConfigFile(io));
  if (file === undefined) return {};
  const entry = await readLintEntry(io, file);
  const isFaulty = entry.diagnostics.some(({ severity }) => severity === 'error');
  const problems = [
    ...entry.problems,
    ...(entry.value === undefined || isFaulty ? [] : checkLintConfig(entry.value, entry.pointer)),
  ];
  printConfigProblems(io, entry, problems);
  if (isFaulty || problems.length > 0) return undefined;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every member was checked
  const { baseline, ...config } = (entry.value ?? {}) as LintConfig;
  if (baseline === undefined) return config;
  return { ...config, baseline: resolve(dirname(resolve(io.cwd, file)), baseline) };
}
