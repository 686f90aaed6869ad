import { basename, dirname, resolve } from 'node:path';
import { parseJson, pointerTo } from '@policywright/policy';
import { didYouMean } from '../arguments/didYouMean.ts';
import { CommandError } from '../commandError.ts';
import type { Io } from '../io/io.ts';
import { readInput } from '../io/readInput.ts';
import type { ConfigEntry, ConfigProblem } from './configEntry.ts';
import { CONFIG_FILES } from './configFiles.ts';
import { isObject } from './isObject.ts';

/** The entries that a configuration file can have; the generator checks them in the same way. */
const ENTRIES = ['$schema', 'generate', 'lint'];

/**
 * Reads what a configuration file says for `policywright lint`: its entry `lint` where it has one of the names of
 * configuration files, else all of it, which must be JSON.
 *
 * @param io - the files.
 * @param file - as the user named it.
 * @returns the entry; what is wrong with the file is in it.
 * @throws CommandError - where there is no text to read.
 */
export async function readLintEntry(io: Io, file: string): Promise<ConfigEntry> {
  const input = await readInput(io, file);
  if (!input.ok)
    throw new CommandError(`\`${file}\`: ${input.problem.message}`, { help: input.problem.help });
  const { text } = input;
  const { diagnostics } = parseJson(text);
  if (!CONFIG_FILES.includes(basename(file))) {
    const value: unknown = diagnostics.length === 0 ? JSON.parse(text) : undefined;
    return { file, text, value, pointer: '', problems: [], diagnostics };
  }
  // What is plain JSON needs no reader that takes long to load.
  if (diagnostics.length > 0 || !file.endsWith('.json')) return loadEntry(io, file, text);
  const config: unknown = JSON.parse(text);
  if (!isObject(config)) return { ...entryOf(file, text), problems: [{ path: '', message: NO_OBJECT }] };
  return { ...entryOf(file, text), value: config['lint'], problems: unknownEntries(config) };
}

const NO_OBJECT = 'expected an object such as `{ "lint": { "minimumSeverity": "warning" } }`';

/** A module, or JSON with comments. */
async function loadEntry(io: Io, file: string, text: string): Promise<ConfigEntry> {
  const { loadConfig } = await import('@policywright/codegen');
  const { lint, diagnostics } = await loadConfig(dirname(resolve(io.cwd, file)));
  return {
    ...entryOf(file, text),
    value: lint,
    // What is wrong with the entries of other commands is for these to tell.
    diagnostics: diagnostics.filter(({ path }) => path !== '/generate' && !path.startsWith('/generate/')),
  };
}

function entryOf(file: string, text: string): ConfigEntry {
  return { file, text, value: undefined, pointer: '/lint', problems: [], diagnostics: [] };
}

function unknownEntries(config: Readonly<Record<string, unknown>>): readonly ConfigProblem[] {
  return Object.keys(config)
    .filter((name) => !ENTRIES.includes(name))
    .map((name) => ({
      path: pointerTo('', name),
      message: `no configuration key is called \`${name}\``,
      help: didYouMean(name, ENTRIES),
      ofName: true,
    }));
}
