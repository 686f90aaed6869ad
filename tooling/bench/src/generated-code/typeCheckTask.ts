import { join } from 'node:path';
import ts from 'typescript';
import { cpuTime } from '../measure/cpuTime.ts';
import { heapUsed } from '../measure/heapUsed.ts';
import { milliseconds } from '../measure/milliseconds.ts';
import { COMPILER_OPTIONS } from './compilerOptions.ts';

/** What type-checking one program costs. */
export interface TypeCheckCost {
  /** Milliseconds that somebody waits, for parsing, binding and checking. */
  readonly elapsed: number;
  /** Milliseconds of processor time for the same, of all threads; much of it passes beside the waiting. */
  readonly processor: number;
  readonly instantiations: number;
  /** Bytes that the compiler keeps of the program. */
  readonly heap: number;
}

/** Type-checks a program that lies in a folder; needs `--expose-gc`. */
export async function typeCheckTask({
  folder,
  text,
}: {
  readonly folder: string;
  readonly text: string;
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
  const { result: program, took } = milliseconds(() => {
    const made = ts.createProgram([main], COMPILER_OPTIONS, host);
    const [wrong] = ts.getPreEmitDiagnostics(made);
    if (wrong !== undefined) throw new Error(ts.flattenDiagnosticMessageText(wrong.messageText, '\n'));
    return made;
  });
  const processor = cpuTime() - cpuBefore;
  const heap = heapUsed() - before;
  return { elapsed: took, processor, instantiations: program.getInstantiationCount(), heap };
}
