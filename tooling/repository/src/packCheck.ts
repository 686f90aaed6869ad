import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { checkInstalls } from './checkInstalls.ts';
import { makeEmptyProject } from './emptyProject.ts';
import { packPackages, type PackedPackage } from './packPackages.ts';
import { packedContent } from './release/packedContent.ts';
import { releasedWorkspace } from './release/releasedWorkspace.ts';
import { tarballFaults } from './release/tarballFaults.ts';
import { mustRun } from './runProgram.ts';
import { ROOT } from './workspace.ts';

/**
 * Packs every published package as a release would, checks the tarballs, installs them into an empty
 * project with npm and uses them there: all together, and some by themselves.
 */
async function packCheck(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'policywright-pack-'));
  try {
    const byName = await packPackages(folder);
    const packages = [...byName.values()];
    for (const packed of packages) await inspect(packed);
    await useInEmptyProject(
      join(folder, 'project'),
      packages.map(({ tarball }) => tarball),
    );
    await checkInstalls(folder, byName);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function inspect({ entry, tarball }: PackedPackage): Promise<void> {
  const faults = tarballFaults(packedContent(tarball), releasedWorkspace(ROOT));
  if (faults.length > 0) throw new Error(faults.join('\n'));
  const wrong = [...(await manifestFaults(tarball)), ...(await typeFaults(tarball))];
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  console.log(`${entry.manifest.name}: tarball is sound`);
}

/** What is wrong with the manifest of a package, or with what it names. */
async function manifestFaults(tarball: string): Promise<readonly string[]> {
  const { buffer, byteOffset, byteLength } = readFileSync(tarball);
  const content = buffer.slice(byteOffset, byteOffset + byteLength);
  const { messages, pkg } = await publint({ pack: { tarball: content }, strict: true });
  return messages
    .filter(({ type }) => type === 'error')
    .map((message) => `${tarball}: ${formatMessage(message, pkg, { color: false }) ?? message.code}`);
}

/** The ways to resolve types that packages of modules alone cannot serve. */
const WITHOUT_MODULES: ReadonlySet<string> = new Set(['node10', 'node16-cjs']);

/** What is wrong with the types of a package, in this process: a program for each would start TypeScript anew. */
async function typeFaults(tarball: string): Promise<readonly string[]> {
  const content = createPackageFromTarballData(new Uint8Array(readFileSync(tarball)));
  const result = await checkPackage(content);
  if (!result.types) return [`${tarball} has no types`];
  return result.problems
    .filter((problem) => !('resolutionKind' in problem && WITHOUT_MODULES.has(problem.resolutionKind)))
    .map((problem) => `${tarball}: ${JSON.stringify(problem)}`);
}

const PROGRAM = `
import assert from 'node:assert/strict';
import { parsePolicy } from '@policywright/policy';
import { compile } from '@policywright/evaluator';
import { getAction } from '@policywright/catalog';
const result = parsePolicy('{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"ecs:Run*","Resource":"*"}}');
assert.ok(result.ok);
const { decide } = compile({ identity: [result.policy] });
const principal = 'arn:aws:iam::111122223333:user/alice';
assert.equal(decide({ principal, action: 'ecs:RunTask', resource: '*' }), 'Allow');
assert.equal(decide({ principal, action: 'ecs:StopTask', resource: '*' }), 'ImplicitDeny');
assert.equal(getAction('ecs:RunTask')?.name, 'RunTask');
`;

async function useInEmptyProject(project: string, tarballs: readonly string[]): Promise<void> {
  await makeEmptyProject(project, [...tarballs, 'fast-check@4.10.2']);
  const place = { cwd: project };
  writeFileSync(join(project, 'main.js'), PROGRAM);
  await mustRun(process.execPath, ['main.js'], place);
  const version = (await mustRun('npx', ['--no-install', 'policywright', '--version'], place)).trim();
  console.log(`installed with npm into an empty project and used there: policywright ${version}`);
}

await packCheck();
