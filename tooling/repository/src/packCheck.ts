import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publishedPackages, ROOT, type WorkspacePackage } from './workspace.js';

/**
 * Packs every published package as a release would, checks the tarballs, installs them into an empty
 * project with npm and uses them there.
 */
function packCheck(): void {
  const folder = mkdtempSync(join(tmpdir(), 'policywright-pack-'));
  try {
    const packages = publishedPackages();
    const tarballs = packages.map((entry) => pack(entry, folder));
    packages.forEach((entry, index) => inspect(entry, tarballs[index] ?? ''));
    useInEmptyProject(folder, tarballs);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(command: string, args: readonly string[], cwd: string): string {
  // What pnpm sets for its scripts is not for npm.
  const own = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name));
  const env = Object.fromEntries(own);
  return execFileSync(command, args, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}

function pack({ path, manifest }: WorkspacePackage, folder: string): string {
  const destination = join(folder, manifest.name.replace(/\W+/g, '-'));
  mkdirSync(destination);
  run('pnpm', ['pack', '--pack-destination', destination], path);
  const [tarball] = readdirSync(destination);
  if (tarball === undefined) throw new Error(`${manifest.name}: nothing was packed`);
  return join(destination, tarball);
}

function inspect({ manifest }: WorkspacePackage, tarball: string): void {
  const bin = join(import.meta.dirname, '..', 'node_modules', '.bin');
  run(join(bin, 'publint'), ['run', tarball, '--strict'], ROOT);
  if (manifest.name !== 'policywright') run(join(bin, 'attw'), [tarball, '--profile', 'esm-only'], ROOT);
  console.log(`${manifest.name}: tarball is sound`);
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

function useInEmptyProject(folder: string, tarballs: readonly string[]): void {
  const project = join(folder, 'project');
  mkdirSync(project);
  writeFileSync(
    join(project, 'package.json'),
    JSON.stringify({ name: 'consumer', private: true, type: 'module' }),
  );
  const quiet = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel', 'error'];
  run('npm', ['install', ...quiet, ...tarballs, 'fast-check@4.10.2'], project);
  writeFileSync(join(project, 'main.js'), PROGRAM);
  run('node', ['main.js'], project);
  const version = run('npx', ['--no-install', 'policywright', '--version'], project).trim();
  console.log(`installed with npm into an empty project and used there: policywright ${version}`);
}

packCheck();
