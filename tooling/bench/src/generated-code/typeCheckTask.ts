import { join } from 'node:path';
import ts from 'typescript';
import { cpuTime } from '../measure/cpuTime.ts';
import { heapUsed } from '../measure/heapUsed.ts';
import { spreadOf } from '../measure/median.ts';
import { milliseconds } from '../measure/milliseconds.ts';
import { COMPILER_OPTIONS } from './compilerOptions.ts';

/** What type-checking one program costs. */
export interface TypeCheckCost {
  /** Milliseconds that somebody waits, for parsing, binding and checking. */
  readonly elapsed: number;
  /** Milliseconds of processor time for the same, of all threads; much of it passes beside the waiting. */
  readonly processor: number;
  /** Milliseconds waited when the same process checks it anew, its compiler being warm; a median. */
  readonly again: number;
  readonly instantiations: number;
  /** Bytes that the compiler keeps of the program. */
  readonly heap: number;
}

/** Type-checks a program that lies in a folder, then again some rounds; needs `--expose-gc`. */
export async function typeCheckTask({
  folder,
  text,
  rounds,
}: {
  readonly folder: string;
  readonly text: string;
  readonly rounds: number;
}): Promise<TypeCheckCost> {
  const main = join(folder, 'main.ts');
  const host: ts.CompilerHost = ts.createCompilerHost(COMPILER_OPTIONS);
  // As the command `tsc` has it.
  host.jsDocParsingMode = ts.JSDocParsingMode.ParseForTypeErrors;
  const readSourceFile = host.getSourceFile.bind(host);
  host.getCurrentDirectory = () => folder;
  host.getSourceFile = (name, options) =>
    name === main ? ts.createSourceFile(name, text, options) : readSourceFile(name, options);
  const before = heapUsed();
  const cpuBefore = cpuTime();
  const check = (): ts.Program => {
    const made = ts.createProgram([main], COMPILER_OPTIONS, host);
    const [wrong] = ts.getPreEmitDiagnostics(made);
    if (wrong !== undefined) throw new Error(ts.flattenDiagnosticMessageText(wrong.messageText, '\n'));
    return made;
  };
  const { result: program, took } = milliseconds(check);
  const processor = cpuTime() - cpuBefore;
  const heap = heapUsed() - before;
  const again = Array.from({ length: rounds }, () => milliseconds(check).took);
  return {
    elapsed: took,
    processor,
    again: spreadOf(again).median,
    instantiations: program.getInstantiationCount(),
    heap,
  };
}
