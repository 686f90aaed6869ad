import { join, relative, resolve } from 'node:path';
import type { GenerateResult } from '@policywright/codegen';
import { jsonText, printable } from '@policywright/policy/text';
import { EXIT_CODE, type ExitCode } from '../../exitCode.ts';
import type { Io } from '../../io/io.ts';
import { readInput } from '../../io/readInput.ts';
import { printDiagnostics } from '../../report/printDiagnostics.ts';
import { createPaint } from '../../terminal/paint.ts';
import { useColor } from '../../terminal/useColor.ts';
import type { FileDiagnostic } from './readGenerateConfig.ts';

/** What a run of the generator did, with what is wrong with its configuration. */
export interface Generation extends Omit<GenerateResult, 'files' | 'diagnostics'> {
  readonly diagnostics: readonly FileDiagnostic[];
}

/** How to report. */
export interface ReportOptions {
  readonly io: Io;
  /** Absolute; paths of the run start from here. */
  readonly folder: string;
  readonly format: 'text' | 'json' | undefined;
  readonly check: boolean;
  readonly watch: boolean;
}

/**
 * Reports what a run did: as JSON, on one line where others follow, or as lines of text.
 *
 * @param done - what it did.
 * @param options - how, and where to.
 */
export async function reportGeneration(done: Generation, options: ReportOptions): Promise<void> {
  if (options.format !== 'json') return printReport(done, options);
  const { written, removed, unchanged, drifted, diagnostics } = done;
  const report = { written, removed, unchanged, drifted, diagnostics };
  options.io.stdout.write(`${jsonText(report, { compact: options.watch })}\n`);
}

/**
 * The exit code that a run stands for. Drift is what `--check` asks about; every other error keeps the question from being
 * answered.
 */
export function exitCodeOf({ diagnostics, drifted }: Generation): ExitCode {
  if (drifted.length > 0) return EXIT_CODE.no;
  return diagnostics.some(({ severity }) => severity === 'error') ? EXIT_CODE.usage : EXIT_CODE.yes;
}

async function printReport(result: Generation, { io, check, folder }: ReportOptions): Promise<void> {
  for (const diagnostic of result.diagnostics) {
    const { file } = diagnostic;
    const input =
      file === undefined || diagnostic.range === undefined
        ? undefined
        : await readInput(io, join(folder, file));
    printDiagnostics(io, { file, text: input?.text ?? '' }, [diagnostic]);
  }
  const paint = createPaint(useColor(io.stdout, io.env));
  const list = (word: string, paths: readonly string[]): void => {
    for (const path of paths) io.stdout.write(`${word.padEnd(8)} ${printable(fromCwd(io, folder, path))}\n`);
  };
  list('wrote', result.written);
  list('removed', result.removed);
  list('differs', result.drifted);
  if (result.diagnostics.some(({ severity }) => severity === 'error')) return;
  const { written, removed, unchanged } = result;
  const summary = check
    ? `up to date: ${unchanged.length}`
    : `${written.length} written, ${removed.length} removed, ${unchanged.length} unchanged`;
  io.stdout.write(`${paint('good', '✓')} ${summary}\n`);
}

function fromCwd(io: Io, folder: string, path: string): string {
  const absolute = resolve(folder, path);
  const short = relative(io.cwd, absolute);
  return short.startsWith('..') ? absolute : short;
}
