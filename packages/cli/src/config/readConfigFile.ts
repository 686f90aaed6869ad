import { resolve } from 'node:path';
import { blankComments, parseJson } from '@policywright/policy';
import { CommandError } from '../commandError.ts';
import type { Io } from '../io/io.ts';
import { readInput } from '../io/readInput.ts';
import type { ConfigValue } from './configValue.ts';

/** A configuration file. */
export interface ConfigFile extends ConfigValue {
  readonly text: string;
}

/**
 * Reads a configuration file: a module, which is run, where its name ends in that way, else JSON with comments.
 *
 * @param io - the files.
 * @param file - as the user named it.
 * @throws CommandError - where there is no text to read.
 */
export async function readConfigFile(io: Io, file: string): Promise<ConfigFile> {
  const input = await readInput(io, file);
  if (!input.ok)
    throw new CommandError(`\`${file}\`: ${input.problem.message}`, { help: input.problem.help });
  const { text } = input;
  if (!/\.m?[jt]s$/.test(file)) return { text, ...readJsonConfig(text) };
  const { importConfigModule } = await import('./importConfigModule.ts');
  return { text, ...(await importConfigModule(resolve(io.cwd, file), text)) };
}

function readJsonConfig(text: string): ConfigValue {
  const json = blankComments(text);
  const diagnostics = parseJson(json).diagnostics.map((found) => ({ ...found, code: 'config-syntax-error' }));
  if (diagnostics.length > 0) return { value: undefined, diagnostics };
  const value: unknown = JSON.parse(json);
  return { value, diagnostics: [] };
}
