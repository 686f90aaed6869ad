import { basename } from 'node:path';
import { isRecord, pointerTo } from '@policywright/policy';
import { didYouMean } from '../arguments/didYouMean.ts';
import type { Io } from '../io/io.ts';
import type { ConfigEntry, ConfigProblem } from './configEntry.ts';
import { CONFIG_FILES } from './configFiles.ts';
import type { PolicywrightConfig } from './defineConfig.ts';
import { readConfigFile } from './readConfigFile.ts';

const NAMES: Readonly<Record<keyof PolicywrightConfig | '$schema', true>> = {
  $schema: true,
  generate: true,
  lint: true,
};
const KNOWN = Object.keys(NAMES);

/** How an object of each entry looks. */
const FORMS: Readonly<Record<keyof PolicywrightConfig, string>> = {
  generate: '`{ "generate": { "services": ["ecs"], "out": "src/iam" } }`',
  lint: '`{ "lint": { "minimumSeverity": "warning" } }`',
};

/**
 * Reads what a configuration file says for one command: the entry of its name where the file has one of the names of
 * configuration files, else all of it.
 *
 * @param io - the files.
 * @param file - as the user named it.
 * @param name - the entry.
 * @returns the entry; what is wrong with the file is in it, what is wrong with other entries is for others to tell.
 * @throws CommandError - where there is no text to read.
 */
export async function readConfigEntry(
  io: Io,
  file: string,
  name: keyof PolicywrightConfig,
): Promise<ConfigEntry> {
  const { text, value, diagnostics } = await readConfigFile(io, file);
  const read = { file, text, value, problems: [], diagnostics };
  if (!CONFIG_FILES.includes(basename(file))) return { ...read, pointer: '' };
  const entry = { ...read, value: undefined, pointer: `/${name}` };
  if (diagnostics.length > 0) return entry;
  if (isRecord(value)) return { ...entry, value: value[name], problems: unknownEntries(value) };
  return { ...entry, problems: [{ path: '', message: `expected an object such as ${FORMS[name]}` }] };
}

function unknownEntries(config: Readonly<Record<string, unknown>>): readonly ConfigProblem[] {
  return Object.keys(config)
    .filter((name) => !KNOWN.includes(name))
    .map((name) => ({
      path: pointerTo('', name),
      message: `no configuration key is called \`${name}\``,
      help: didYouMean(name, KNOWN),
      ofName: true,
    }));
}
