import { join } from 'node:path';
import ts from 'typescript';
import { cpuTime } from '../measure/cpuTime.ts';
import { spreadOf } from '../measure/median.ts';
import { milliseconds } from '../measure/milliseconds.ts';
import { COMPILER_OPTIONS } from './compilerOptions.ts';

/** What completions cost, in milliseconds. */
export interface CompletionCost {
  /** What an editor waits for the first time, with everything still to be read. */
  readonly first: number;
  /** What it waits after a keystroke elsewhere in the file, which makes the compiler check anew; a median. */
  readonly again: number;
  /** The processor time of that, of all threads; a median. */
  readonly processor: number;
  /** How many were offered. */
  readonly entries: number;
}

/** Asks the language service for completions, time and again. */
export async function completionTask({
  folder,
  text,
  expected,
  rounds,
}: {
  readonly folder: string;
  /** The program, with `|` where completions are asked for. */
  readonly text: string;
  /** A name that must be offered. */
  readonly expected: string;
  readonly rounds: number;
}): Promise<CompletionCost> {
  const main = join(folder, 'main.ts');
  const position = text.indexOf('|');
  const program = text.replace('|', '');
  let version = 0;
  // An editor holds what it has opened; it reads no file again at a keystroke.
  const snapshots = new Map<string, ts.IScriptSnapshot | undefined>();
  const snapshotOf = (name: string): ts.IScriptSnapshot | undefined => {
    if (!snapshots.has(name)) snapshots.set(name, readSnapshot(name));
    return snapshots.get(name);
  };
  const service = ts.createLanguageService({
    getCompilationSettings: () => COMPILER_OPTIONS,
    getScriptFileNames: () => [main],
    getScriptVersion: (name) => (name === main ? String(version) : '0'),
    getScriptSnapshot: (name) =>
      name === main
        ? ts.ScriptSnapshot.fromString(`${program}\n// ${'x'.repeat(version)}`)
        : snapshotOf(name),
    getCurrentDirectory: () => folder,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (name) => name === main || ts.sys.fileExists(name),
    readFile: (name) => (name === main ? program : ts.sys.readFile(name)),
    directoryExists: (name) => ts.sys.directoryExists(name),
    realpath: (path) => path,
  });
  let entries = 0;
  const ask = (): { readonly took: number; readonly processor: number } => {
    const cpuBefore = cpuTime();
    const { result, took } = milliseconds(
      () => service.getCompletionsAtPosition(main, position, {})?.entries ?? [],
    );
    const processor = cpuTime() - cpuBefore;
    if (!result.some(({ name }) => name === expected)) throw new Error(`${expected} is not offered`);
    entries = result.length;
    return { took, processor };
  };
  const first = ask().took;
  const again: ReturnType<typeof ask>[] = [];
  for (version = 1; version <= rounds; version++) again.push(ask());
  return {
    first,
    again: spreadOf(again.map(({ took }) => took)).median,
    processor: spreadOf(again.map(({ processor }) => processor)).median,
    entries,
  };
}

function readSnapshot(name: string): ts.IScriptSnapshot | undefined {
  const content = ts.sys.readFile(name);
  return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
}
