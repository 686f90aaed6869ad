import { resolve } from 'node:path';
import { printable } from '@policywright/policy/text';
import { inputProblem, type InputProblem } from '../../io/inputProblem.ts';
import type { FoundFile } from '../../io/findFiles.ts';
import type { Io } from '../../io/io.ts';
import { readInput } from '../../io/readInput.ts';
import { printDiagnostics } from '../../report/printDiagnostics.ts';
import { lintFile, type FileLintOptions, type LintedFile } from './lintFile.ts';
import { canHoldPolicy, textForm } from './textForm.ts';

/** What became of a file. */
export interface LintOutcome {
  readonly file: string;
  /** Whether it could not be read or written, or is neither JSON nor YAML. */
  readonly failed: boolean;
  /** Absent where there is no text, or none that can hold a policy. */
  readonly linted?: LintedFile;
  /** Whether a file without a policy is worth a word: folders hold much YAML of other kinds. */
  readonly silent: boolean;
}

/**
 * Reads a file, lints it, and writes it back where fixes changed it.
 *
 * @param io - the files; what cannot be read or written goes to standard error.
 * @param found - the file.
 * @param options - what to check, and whether to fix.
 */
export async function lintFound(io: Io, found: FoundFile, options: FileLintOptions): Promise<LintOutcome> {
  const { file } = found;
  if (!found.ok) return unreadable(io, { file, text: '' }, found.problem);
  const input = await readInput(io, file);
  if (!input.ok) return unreadable(io, { file, text: input.text }, input.problem);
  const { text } = input;
  const silent = !found.named && textForm(file, text) === 'yaml';
  if (silent && !canHoldPolicy(text)) return { file, failed: false, silent };
  const linted = await lintFile(file, text, options);
  const written = linted.text === text || (await write(io, file, linted.text));
  if (written && linted.fixed > 0) io.stderr.write(`fixed ${linted.fixed} in ${printable(file)}\n`);
  if (written) return { file, failed: linted.documents === undefined, linted, silent };
  // Places must be those of the text that is there.
  return { file, failed: true, linted: await lintFile(file, text, { ...options, fix: false }), silent };
}

function unreadable(io: Io, source: { file: string; text: string }, problem: InputProblem): LintOutcome {
  printDiagnostics(io, source, [problem]);
  return { file: source.file, failed: true, silent: false };
}

async function write(io: Io, file: string, text: string): Promise<boolean> {
  try {
    await io.files.write(resolve(io.cwd, file), text);
    return true;
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const help = 'check the permissions of the file and the space of the disk';
    printDiagnostics(io, { file, text: '' }, [inputProblem(`it cannot be written: ${reason}`, { help })]);
    return false;
  }
}
