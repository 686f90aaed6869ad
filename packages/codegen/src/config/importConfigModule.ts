import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ts } from 'ts-morph';
import { diagnostic } from '../diagnostic/diagnostic.ts';
import { checkConfig } from './checkConfig.ts';
import type { CheckedConfig } from './checkConfig.ts';
import { textRange } from './textRange.ts';

let imports = 0;

/**
 * Runs a configuration written as a module and reads its default export.
 *
 * TypeScript is transpiled to a temporary module beside the file, since Node 20 does not run it and a module
 * elsewhere would not find the file's imports; other TypeScript files that it imports are not transpiled.
 *
 * @param path - the absolute path of the file.
 * @param file - its name, for diagnostics.
 */
export async function importConfigModule(path: string, file: string): Promise<CheckedConfig> {
  const text = readFileSync(path, 'utf8');
  const transpiled = ts.transpileModule(text, {
    fileName: file,
    reportDiagnostics: true,
    compilerOptions: {
      module: ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ES2022,
      verbatimModuleSyntax: false,
    },
  });
  const [error] = transpiled.diagnostics ?? [];
  if (error !== undefined) {
    const message = ts.flattenDiagnosticMessageText(error.messageText, ' ').replace(/\.$/, '').toLowerCase();
    const start = error.start ?? 0;
    const range = textRange(text, start, start + (error.length ?? 0));
    return { config: {}, diagnostics: [diagnostic('config-syntax-error', message, { file, range })] };
  }
  try {
    const module = await importText(path, transpiled.outputText);
    if (typeof module !== 'object' || module === null || !('default' in module)) {
      const help = 'write `export default defineConfig({ ... })`';
      const missing = diagnostic('config-load-error', 'it has no default export', { file, help });
      return { config: {}, diagnostics: [missing] };
    }
    return checkConfig(module.default, { file, locate: () => undefined });
  } catch (error) {
    const message = `it cannot be run: ${error instanceof Error ? error.message : String(error)}`;
    return { config: {}, diagnostics: [diagnostic('config-load-error', message, { file })] };
  }
}

/** Imports a text as a module in the folder of `path`; a new name each time, since Node keeps what it imported. */
async function importText(path: string, text: string): Promise<unknown> {
  const name = `.${basename(path, extname(path))}.${process.pid}-${imports++}.mjs`;
  const temporary = join(dirname(path), name);
  writeFileSync(temporary, text, { flag: 'wx' });
  try {
    const module: unknown = await import(pathToFileURL(temporary).href);
    return module;
  } finally {
    rmSync(temporary, { force: true });
  }
}
