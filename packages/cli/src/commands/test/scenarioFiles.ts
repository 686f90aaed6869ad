import { resolve } from 'node:path';
import { CONFIG_FILES } from '../../config/configFiles.ts';
import { findFiles, type FileFilter, type FoundFile } from '../../io/findFiles.ts';
import type { Io } from '../../io/io.ts';

/** The files of a folder that can hold scenarios. */
export const SCENARIO_FILES: FileFilter = {
  endings: ['.scenario.json', '.scenario.yaml', '.json'],
  takes: (name) => !CONFIG_FILES.includes(name) && (name.endsWith('.json') || isNamedScenario(name)),
};

/** Whether a file says by its name that it holds scenarios. */
export function isNamedScenario(name: string): boolean {
  return /\.scenarios?\.(?:json|ya?ml)$/i.test(name);
}

/**
 * Lists the scenario files that paths name. Of a folder in which some files are called `*.scenario.json`, or `.yaml`,
 * those alone; of another one all `*.json` files.
 *
 * @param io - the files.
 * @param paths - as the user wrote them; `-` is standard input.
 * @returns each file once, named from where the user named it.
 */
export async function findScenarioFiles(io: Io, paths: readonly string[]): Promise<readonly FoundFile[]> {
  const found = new Map<string, FoundFile>();
  for (const path of paths) {
    const files = await findFiles(io, [path], SCENARIO_FILES);
    const hasNamed = files.some((file) => file.ok && !file.named && isNamedScenario(file.file));
    for (const file of files) {
      if (hasNamed && file.ok && !file.named && !isNamedScenario(file.file)) continue;
      const key = file.file === '-' ? '-' : resolve(io.cwd, file.file);
      // Who names a file means it, whatever folder around it is searched too.
      if (!found.has(key) || (file.ok && file.named)) found.set(key, file);
    }
  }
  return [...found.values()];
}
