import { resolve } from 'node:path';
import { printable } from '@policywright/policy/text';
import { inputProblem, type InputProblem } from '../../io/inputProblem.ts';
import type { FoundFile } from '../../io/findFiles.ts';
import type { Io } from '../../io/io.ts';
import { MOST_BYTES, readInput } from '../../io/readInput.ts';
import { writeReason } from '../../io/writeWhole.ts';
import { printDiagnostics } from '../../report/printDiagnostics.ts';
import { lintFile, type FileLintOptions, type LintedFile } from './lintFile.ts';
import { changedLines } from './changedLines.ts';
import { canHoldPolicy, isMeantToHoldPolicy, isUnfilledTemplate } from './policyWords.ts';
import { isArchive, SAVED_PLAN, TERRAFORM_SOURCE } from './terraformProblems.ts';
import { textForm } from './textForm.ts';

/** What became of a file. */
export interface LintOutcome {
  readonly file: string;
  /**
   * - `linted`: it holds policies, or is to hold one and is neither JSON nor YAML.
   * - `empty`: it holds no policy.
   * - `unfilled`: it may hold a policy once its placeholders are filled in.
   * - `failed`: it could not be read or written.
   */
  readonly state: 'linted' | 'empty' | 'unfilled' | 'failed';
  readonly linted?: LintedFile;
  /** Whether the user named the file, so that one without a policy is a mistake. */
  readonly named: boolean;
}

/** How to lint a file, and whether only to show what fixes would change. */
export interface FoundLintOptions extends Omit<FileLintOptions, 'named'> {
  readonly dryRun: boolean;
}

type ReadableFile = FoundFile & { readonly ok: true };

/**
 * Reads a file, lints it, and writes it back where fixes changed it. A file that nobody named is passed over where
 * it holds no policy, whatever keeps it from being read.
 *
 * @param io - the files; what cannot be read or written goes to standard error.
 * @param found - the file.
 * @param options - what to check, and whether to fix.
 */
export async function lintFound(io: Io, found: FoundFile, options: FoundLintOptions): Promise<LintOutcome> {
  if (!found.ok) return failed(io, { file: found.file, text: '' }, found.problem);
  const { file, named } = found;
  const input = await readInput(io, file);
  if (!input.ok) {
    if (!named && !(await isToHoldPolicy(io, file))) return { file, named, state: 'empty' };
    if (isArchive(input.text)) return failed(io, { file, text: '' }, SAVED_PLAN);
    return failed(io, { file, text: input.text }, input.problem);
  }
  if (!named && !canHoldPolicy(input.text)) return { file, named, state: 'empty' };
  if (textForm(file, input.text) === 'hcl')
    return named ? failed(io, { file, text: '' }, TERRAFORM_SOURCE) : { file, named, state: 'empty' };
  return lintRead(io, { found, text: input.text }, options);
}

/** Whether a file that is empty, too large or no text in UTF-8 has the words of a policy. */
async function isToHoldPolicy(io: Io, file: string): Promise<boolean> {
  try {
    const bytes = await io.files.read(resolve(io.cwd, file), MOST_BYTES);
    // In UTF-16, every other byte of these words is none.
    return isMeantToHoldPolicy(new TextDecoder('latin1').decode(bytes).replaceAll('\0', ''));
  } catch {
    // What cannot be opened can hold anything.
    return true;
  }
}

async function lintRead(
  io: Io,
  { found, text }: { readonly found: ReadableFile; readonly text: string },
  options: FoundLintOptions,
): Promise<LintOutcome> {
  const { file, named, isLink } = found;
  // INVARIANT: what lies outside a folder is not written to because a link in the folder leads there.
  const { dryRun, ...fileOptions } = options;
  const own: FileLintOptions = { ...fileOptions, named, fix: options.fix && !isLink };
  const linted = await lintFile(file, text, own);
  if (linted.documents === 0 && linted.unknown.length === 0) return { file, named, state: 'empty' };
  if (linted.isUnfilled === true && !named) return { file, named, state: 'unfilled' };
  if (linted.documents === undefined && !named) {
    if (!isMeantToHoldPolicy(text)) return { file, named, state: 'empty' };
    const offset = linted.findings[0]?.range?.start.offset ?? 0;
    if (isUnfilledTemplate(text, offset)) return { file, named, state: 'unfilled' };
  }
  if (options.fix && isLink && linted.findings.some(({ fix }) => fix !== undefined))
    io.stderr.write(`not fixed, since it is a link: ${printable(file)}\n`);
  const state = linted.documents === undefined ? 'failed' : 'linted';
  if (linted.text === text) return { file, named, state, linted };
  if (dryRun) {
    io.stderr.write(`would fix ${linted.fixed} in ${printable(file)}\n${changedLines(text, linted.text)}\n`);
    return { file, named, state, linted: await lintFile(file, text, { ...own, fix: false }) };
  }
  if (await write(io, file, linted.text)) {
    io.stderr.write(`fixed ${linted.fixed} in ${printable(file)}\n`);
    return { file, named, state, linted };
  }
  // Places must be those of the text that is there.
  return { file, named, state: 'failed', linted: await lintFile(file, text, { ...own, fix: false }) };
}

function failed(io: Io, source: { file: string; text: string }, problem: InputProblem): LintOutcome {
  printDiagnostics(io, source, [problem]);
  return { file: source.file, named: true, state: 'failed' };
}

async function write(io: Io, file: string, text: string): Promise<boolean> {
  try {
    await io.files.write(resolve(io.cwd, file), text);
    return true;
  } catch (error) {
    const help = 'check the permissions of the file and the space of the disk';
    printDiagnostics(io, { file, text: '' }, [
      inputProblem(`it cannot be written: ${writeReason(error)}`, { help }),
    ]);
    return false;
  }
}
