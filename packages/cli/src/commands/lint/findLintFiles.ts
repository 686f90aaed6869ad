import { CONFIG_FILES } from '../../config/configFiles.ts';
import { findFiles, type FoundFile } from '../../io/findFiles.ts';
import type { Io } from '../../io/io.ts';
import type { LeavesOut } from '../../io/pathPatterns.ts';
import { MAKE_A_PLAN } from './terraformProblems.ts';

const ENDINGS = ['.json', '.yaml', '.yml', '.template'];

/** Which of the files are meant. */
export interface LintFileChoice {
  /** Whether the paths are a program's list, so that nobody named them. */
  readonly listed: boolean;
  readonly leavesOut?: LeavesOut;
}

/**
 * Lists the files that paths name; of folders those that can be documents or templates, by their endings, without
 * the configuration file.
 *
 * @param io - the files.
 * @param paths - as the user wrote them; `-` is standard input.
 * @param choice - which of them are meant; what the user names is.
 * @returns each file once, named from where the user named it.
 */
export function findLintFiles(
  io: Io,
  paths: readonly string[],
  choice: LintFileChoice,
): Promise<readonly FoundFile[]> {
  return findFiles(io, paths, {
    endings: ENDINGS,
    takes: isPolicyFileName,
    help: `of Terraform, ${MAKE_A_PLAN}`,
    ...choice,
  });
}

/** Whether a file of a folder can be a document or a template, by its name. */
export function isPolicyFileName(name: string): boolean {
  return !CONFIG_FILES.includes(name) && ENDINGS.some((ending) => name.toLowerCase().endsWith(ending));
}
