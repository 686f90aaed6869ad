import { diagnostic, type CodegenDiagnostic } from '../diagnostic/diagnostic.ts';
import type { GeneratedFile } from './generatedFile.ts';

/**
 * Finds files that would have one name, also where only letter case tells them apart, since many disks keep
 * one of the two then.
 *
 * @param files - all that would be written to a folder.
 * @returns a diagnostic for each file after the first of its name.
 */
export function fileCollisions(files: readonly GeneratedFile[]): readonly CodegenDiagnostic[] {
  const owners = new Map<string, string>();
  return files.flatMap(({ path }) => {
    const owner = owners.get(path.toLowerCase());
    owners.set(path.toLowerCase(), owner ?? path);
    if (owner === undefined) return [];
    const help = 'leave out the service of that name';
    const message = `two generated files would be called \`${owner}\`${owner === path ? '' : ` and \`${path}\``}`;
    return [diagnostic('name-collision', message, { path: '/generate/services', help })];
  });
}
