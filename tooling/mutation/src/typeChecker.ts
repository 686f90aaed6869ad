import { join } from 'node:path';
import ts from 'typescript';
import { withMutant, type Mutant } from './mutant.ts';
import { ROOT } from './sources.ts';

/**
 * Says of mutants whether they compile: what does not is seen by everyone, without a test.
 *
 * @param files - the sources of a package, as paths from the root
 * @returns a function that answers for one mutant of them
 */
export function typeChecker(files: readonly string[]): (mutant: Mutant) => boolean {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.base.json'), (path) => ts.sys.readFile(path)) as {
    config: unknown;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const settings = { ...options, composite: false, incremental: false, noEmit: true, types: ['node'] };
  let changed: { readonly file: string; readonly text: string; readonly version: number } | undefined;
  let version = 0;
  const service = ts.createLanguageService({
    getCompilationSettings: () => settings,
    getScriptFileNames: () => files.map((file) => join(ROOT, file)),
    getScriptVersion: (file) => (changed?.file === file ? String(changed.version) : '0'),
    getScriptSnapshot: (file) => {
      const text = changed?.file === file ? changed.text : ts.sys.readFile(file);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => ROOT,
    getDefaultLibFileName: (of) => ts.getDefaultLibFilePath(of),
    fileExists: (path) => ts.sys.fileExists(path),
    readFile: (path) => ts.sys.readFile(path),
    directoryExists: (path) => ts.sys.directoryExists(path),
    getDirectories: (path) => ts.sys.getDirectories(path),
  });
  return (mutant) => {
    const file = join(ROOT, mutant.file);
    version += 1;
    changed = { file, text: withMutant(ts.sys.readFile(file) ?? '', mutant), version };
    const faults = [...service.getSyntacticDiagnostics(file), ...service.getSemanticDiagnostics(file)];
    return faults.length === 0;
  };
}
