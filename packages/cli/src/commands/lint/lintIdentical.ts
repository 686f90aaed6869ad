import type { Finding } from '@policywright/lint';
import type { Io } from '../../io/io.ts';
import type { FoundFile } from '../../io/findFiles.ts';
import { readInput } from '../../io/readInput.ts';
import type { IdenticalFiles } from './identicalFiles.ts';
import { lintFound, type FoundLintOptions, type LintOutcome } from './lintFound.ts';

/**
 * Lints the first of some identical files, and takes for each other what it gave.
 *
 * @param io - the files.
 * @param files - those of `identicalFiles`; one where they are fixed, since each is written by itself.
 * @param options - what to check.
 * @returns what became of each file, in order.
 */
export async function lintIdentical(
  io: Io,
  [first, ...others]: IdenticalFiles,
  options: FoundLintOptions,
): Promise<readonly LintOutcome[]> {
  const outcome = await lintFound(io, first, options);
  const outcomes = [outcome];
  for (const other of others)
    outcomes.push((await sameFor(io, other, outcome)) ?? (await lintFound(io, other, options)));
  return outcomes;
}

/** INVARIANT: a file that was written to since they were compared has its own findings. */
async function sameFor(
  io: Io,
  { file }: FoundFile,
  { linted, ...outcome }: LintOutcome,
): Promise<LintOutcome | undefined> {
  if (linted === undefined) return undefined;
  const input = await readInput(io, file);
  return input.ok && input.text === linted.text
    ? { ...outcome, file, linted: { ...linted, file } }
    : undefined;
}

/** Findings, and all files that have these. */
export interface SharedFindings {
  readonly files: readonly [string, ...(readonly string[])];
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** A file with the findings that are left of it. */
export interface LeftFindings {
  readonly file: string;
  readonly text: string;
  readonly findings: readonly Finding[];
}

/**
 * Puts the files together that have the same findings: what is accepted may differ from file to file.
 *
 * @param files - identical ones.
 */
export function sharedFindings(files: readonly LeftFindings[]): readonly SharedFindings[] {
  const shared: { files: [string, ...string[]]; text: string; findings: readonly Finding[] }[] = [];
  for (const { file, text, findings } of files) {
    const same = shared.find((other) => other.text === text && haveSame(other.findings, findings));
    if (same === undefined) shared.push({ files: [file], text, findings });
    else same.files.push(file);
  }
  return shared;
}

/** Of one text, the findings are the very same. */
function haveSame(left: readonly Finding[], right: readonly Finding[]): boolean {
  return left.length === right.length && left.every((finding, at) => finding === right[at]);
}
