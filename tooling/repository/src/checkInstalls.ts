import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeEmptyProject } from './emptyProject.ts';
import { installedBytes } from './installedBytes.ts';
import { NPM_INSTALL } from './npmInstall.ts';
import type { PackedPackage } from './packPackages.ts';
import { mustRun, runProgram, type ProgramPlace } from './runProgram.ts';

/** The most kilobytes that `npm install` of a package may unpack, with all that it needs. */
const MOST_KILOBYTES: Readonly<Record<string, number>> = {
  '@policywright/evaluator': 300,
  policywright: 8000,
};

/**
 * Installs packages each by itself, and checks what that brings and that it is enough.
 *
 * @param folder - where to put the projects.
 * @param packages - the packed packages by name.
 * @throws Error where more is installed than may be, or something does not work.
 */
export async function checkInstalls(
  folder: string,
  packages: ReadonlyMap<string, PackedPackage>,
): Promise<void> {
  for (const [name, most] of Object.entries(MOST_KILOBYTES)) {
    const packed = packages.get(name);
    assert.ok(packed !== undefined, `no published package is called ${name}`);
    const project = join(folder, `only-${packed.entry.folder}`);
    await makeEmptyProject(project, tarballsOf(packed, packages));
    const kilobytes = installedBytes(join(project, 'node_modules')) / 1000;
    const found = `${name} with all that it needs has ${kilobytes.toFixed(0)} kB, of at most ${most}`;
    assert.ok(kilobytes <= most, found);
    console.log(found);
    if (name === 'policywright') await checkTsMorph({ cwd: project });
    else await mustRun(process.execPath, ['-e', `import('${name}')`], { cwd: project });
  }
}

function tarballsOf(
  { tarball, needs }: PackedPackage,
  packages: ReadonlyMap<string, PackedPackage>,
): readonly string[] {
  return [tarball, ...needs.flatMap((needed) => packages.get(needed)?.tarball ?? [])];
}

/** The command says what to install for `--from-usage`, and is content once that is done; all else works before. */
async function checkTsMorph(place: ProgramPlace): Promise<void> {
  const { cwd } = place;
  writeFileSync(
    join(cwd, 'policywright.config.ts'),
    `import { defineConfig } from 'policywright/config';\nexport default defineConfig({ generate: { out: 'iam' } });\n`,
  );
  writeFileSync(join(cwd, 'main.ts'), `export const action = 'ecs:RunTask';\n`);
  const generate = ['--no-install', 'policywright', 'generate'];
  await mustRun('npx', [...generate, '--services', 'sqs'], place);
  const { exitCode, output } = await runProgram('npx', [...generate, '--from-usage', 'main.ts'], place);
  assert.equal(exitCode, 2, output);
  const [, wanted] = /`npm install --save-dev (ts-morph@\d+)`/.exec(output) ?? [];
  assert.ok(wanted !== undefined, output);
  await mustRun('npm', [...NPM_INSTALL, '--save-dev', wanted], place);
  await mustRun('npx', [...generate, '--from-usage', 'main.ts'], place);
  assert.match(readFileSync(join(cwd, 'iam/ecs.ts'), 'utf8'), /RunTask = 'ecs:RunTask'/);
  console.log(`policywright generate --from-usage asks for ${wanted}, and works with it`);
}
