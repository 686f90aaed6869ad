import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NPM_INSTALL } from './npmInstall.ts';
import { mustRun } from './runProgram.ts';

/**
 * Makes a project outside the workspace and installs packages into it with npm.
 *
 * @param project - the path of its folder, which does not exist yet.
 * @param packages - tarballs, or names with versions.
 * @throws Error where they cannot be installed.
 */
export async function makeEmptyProject(project: string, packages: readonly string[]): Promise<void> {
  mkdirSync(project);
  const manifest = { name: 'consumer', private: true, type: 'module' };
  writeFileSync(join(project, 'package.json'), JSON.stringify(manifest));
  await mustRun('npm', [...NPM_INSTALL, ...packages], { cwd: project });
}
