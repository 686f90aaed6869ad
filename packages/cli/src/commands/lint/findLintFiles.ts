import { CONFIG_FILES } from '../../config/configFiles.ts';
import { findFiles, type FoundFile } from '../../io/findFiles.ts';
import type { Io } from '../../io/io.ts';

const ENDINGS = ['.json', '.yaml', '.yml', '.template'];

/**
 * Lists the files that paths name; of folders those that can be documents or templates, by their endings, without
 * the configuration file.
 *
 * @param io - the files.
 * @param paths - as the user wrote them; `-` is standard input.
 * @returns each file once, named from where the user named it.
 */
export function findLintFiles(io: Io, paths: readonly string[]): Promise<readonly FoundFile[]> {
  return findFiles(io, paths, { endings: ENDINGS, takes: isDocument });
}

function isDocument(name: string): boolean {
  return !CONFIG_FILES.includes(name) && ENDINGS.some((ending) => name.toLowerCase().endsWith(ending));
}
