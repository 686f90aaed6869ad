import { rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RenderableDiagnostic } from '@policywright/policy';
import { configDiagnostic } from './configDiagnostic.ts';
import type { ConfigValue } from './configValue.ts';
import { transpileConfig } from './transpileConfig.ts';

/** Whether this version of Node runs TypeScript by itself, as 22.18 and later do. */
const RUNS_TYPESCRIPT = Boolean(Reflect.get(process.features, 'typescript'));

const TYPES_HELP =
  'where it has types, use Node.js 22.18 or newer or `npm install --save-dev ts-morph@28`, or write `policywright.config.mjs`';

/**
 * Runs a configuration that is written as a module and reads its default export.
 *
 * TypeScript is run as it is where Node can, which every version can if the file has no types; else by way of
 * ts-morph, where that is installed, which also tells where a mistake is. Other TypeScript files that it imports are
 * for Node to read.
 *
 * @param path - the absolute path of the file.
 * @param text - its contents.
 */
export async function importConfigModule(path: string, text: string): Promise<ConfigValue> {
  const isTypeScript = path.endsWith('ts');
  const ending = isTypeScript && RUNS_TYPESCRIPT ? '.mts' : '.mjs';
  const asWritten = await importText({ path, text, ending });
  if (!('error' in asWritten)) return defaultOf(asWritten.exports);
  if (!(asWritten.error instanceof SyntaxError)) return cannotBeRun(asWritten.error);
  const transpiled = await transpileConfig(text, basename(path));
  if (transpiled === undefined) return cannotBeRead(asWritten.error, isTypeScript);
  if (typeof transpiled !== 'string') return { value: undefined, diagnostics: [transpiled] };
  const imported = await importText({ path, text: transpiled, ending: '.mjs' });
  return 'error' in imported ? cannotBeRun(imported.error) : defaultOf(imported.exports);
}

/** A text to run, and the file that it stands for. */
interface ModuleText {
  readonly path: string;
  readonly text: string;
  readonly ending: '.mjs' | '.mts';
}

let imports = 0;

/**
 * Imports a text as a module in the folder of its file, from where its own imports start; a new name each time, since
 * Node keeps what it imported.
 */
async function importText({
  path,
  text,
  ending,
}: ModuleText): Promise<{ readonly exports: unknown } | { readonly error: unknown }> {
  const name = `.${basename(path, extname(path))}.${process.pid}-${imports++}${ending}`;
  const temporary = join(dirname(path), name);
  try {
    writeFileSync(temporary, text, { flag: 'wx' });
    const exports: unknown = await import(pathToFileURL(temporary).href);
    return { exports };
  } catch (error) {
    return { error };
  } finally {
    rmSync(temporary, { force: true });
  }
}

function defaultOf(exports: unknown): ConfigValue {
  if (typeof exports === 'object' && exports !== null && 'default' in exports)
    return { value: exports.default, diagnostics: [] };
  const help = 'write `export default defineConfig({ ... })`';
  return noValue(configDiagnostic('config-load-error', 'it has no default export', { help }));
}

function cannotBeRun(error: unknown): ConfigValue {
  const reason = error instanceof Error ? error.message : String(error);
  return noValue(configDiagnostic('config-load-error', `it cannot be run: ${reason}`));
}

function cannotBeRead({ message }: SyntaxError, isTypeScript: boolean): ConfigValue {
  const help = isTypeScript ? TYPES_HELP : '`node --check` shows the place';
  return noValue(configDiagnostic('config-syntax-error', `it cannot be read: ${message}`, { help }));
}

function noValue(diagnostic: RenderableDiagnostic): ConfigValue {
  return { value: undefined, diagnostics: [diagnostic] };
}
