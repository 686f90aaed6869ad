import { join } from 'node:path';
import ts from 'typescript';
import { cpuTime } from '../measure/cpuTime.ts';
import { heapUsed } from '../measure/heapUsed.ts';
import { milliseconds } from '../measure/milliseconds.ts';
import { COMPILER_OPTIONS } from './compilerOptions.ts';

/** What type-checking one program costs. */
export interface TypeCheckCost {
  /** Milliseconds of processor time, for parsing, binding and checking. */
  readonly time: number;
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
  const host = ts.createCompilerHost(COMPILER_OPTIONS);
  const readSourceFile = host.getSourceFile.bind(host);
  host.getCurrentDirectory = () => folder;
  host.getSourceFile = (name, options) =>
    name === main ? ts.createSourceFile(name, text, options) : readSourceFile(name, options);
  const before = heapUsed();
  const { result: program, took } = milliseconds(() => {
    const made = ts.createProgram([main], COMPILER_OPTIONS, host);
    const [wrong] = ts.getPreEmitDiagnostics(made);
    if (wrong !== undefined) throw new Error(ts.flattenDiagnosticMessageText(wrong.messageText, '\n'));
    return made;
  }, cpuTime);
  const heap = heapUsed() - before;
  return { time: took, instantiations: program.getInstantiationCount(), heap };
}
