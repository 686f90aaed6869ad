import { CONFIG_FILES } from '../../config/configFiles.ts';
import { findFiles, type FoundFile } from '../../io/findFiles.ts';
import type { Io } from '../../io/io.ts';
import { MAKE_A_PLAN } from './terraformProblems.ts';

const ENDINGS = ['.json', '.yaml', '.yml', '.template'];

/**
 * Lists the files that paths name; of folders those that can be documents or templates, by their endings, without
 * the configuration file.
 *
 * @param io - the files.
 * @param paths - as the user wrote them; `-` is standard input.
 * @param listed - whether the paths are a program's list, so that nobody named them.
 * @returns each file once, named from where the user named it.
 */
export function findLintFiles(
  io: Io,
  paths: readonly string[],
  listed: boolean,
): Promise<readonly FoundFile[]> {
  return findFiles(io, paths, {
    endings: ENDINGS,
    takes: isPolicyFileName,
    help: `of Terraform, ${MAKE_A_PLAN}`,
    listed,
  });
}

/** Whether a file of a folder can be a document or a template, by its name. */
export function isPolicyFileName(name: string): boolean {
  return !CONFIG_FILES.includes(name) && ENDINGS.some((ending) => name.toLowerCase().endsWith(ending));
}
