import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { create } from 'tar';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ROOT } from '../workspace.ts';

const SCRIPTS = join(ROOT, 'tooling/repository');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'publish-'));
  mkdirSync(join(folder, 'tarballs'));
  mkdirSync(join(folder, 'bin'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function tarball(name: string, version: string, dependencies: readonly string[] = []): void {
  const place = join(folder, 'tree', name);
  mkdirSync(join(place, 'package'), { recursive: true });
  const manifest = {
    name,
    version,
    dependencies: Object.fromEntries(dependencies.map((one) => [one, version])),
  };
  writeFileSync(join(place, 'package/package.json'), JSON.stringify(manifest));
  create({ sync: true, gzip: true, cwd: place, file: join(folder, 'tarballs', `${name}-${version}.tgz`) }, [
    'package',
  ]);
}

/** Puts a program of this name first in the search path: it notes its arguments, then does what the shell text says. */
function fake(name: string, shell: string): void {
  const path = join(folder, 'bin', name);
  writeFileSync(path, `#!/bin/sh\necho "${name} $*" >> "${join(folder, 'calls')}"\n${shell}\n`);
  chmodSync(path, 0o755);
}

function run(script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const PATH = `${join(folder, 'bin')}${delimiter}${process.env['PATH'] ?? ''}`;
  return spawnSync(process.execPath, [join(SCRIPTS, script), ...args], {
    encoding: 'utf8',
    cwd: folder,
    env: { ...process.env, PATH, GITHUB_OUTPUT: join(folder, 'output'), ...env },
  });
}

const calls = (): readonly string[] =>
  readFileSync(join(folder, 'calls'), 'utf8').trim().replaceAll(`${folder}/`, '').split('\n');

/** A registry that has one version, and says of others that they are not there. */
const HAS_OLD = `case "$*" in
  "view old@1.0.0"*) echo '"1.0.0"';;
  view*) echo '{"error": {"code": "E404"}}'; exit 1;;
esac`;

test('publishes what the registry does not have, each after what it needs, and says so', () => {
  tarball('above', '1.1.0', ['below', 'old']);
  tarball('below', '1.1.0');
  tarball('old', '1.0.0');
  tarball('unreleased', '0.0.0');
  fake('npm', HAS_OLD);
  const { status, stdout } = run('publishTarballs.js', ['tarballs']);
  expect(status).toBe(0);
  expect(stdout).toBe('published below@1.1.0\npublished above@1.1.0\n');
  expect(calls().filter((call) => call.startsWith('npm publish'))).toEqual([
    'npm publish tarballs/below-1.1.0.tgz --access public',
    'npm publish tarballs/above-1.1.0.tgz --access public',
  ]);
  const published = [
    { name: 'below', version: '1.1.0' },
    { name: 'above', version: '1.1.0' },
  ];
  expect(readFileSync(join(folder, 'output'), 'utf8')).toBe(`published=${JSON.stringify(published)}\n`);
});

test('publishes nothing where the registry cannot be asked', () => {
  tarball('below', '1.1.0');
  fake('npm', `case "$1" in view) echo '{"error": {"code": "ENOTFOUND"}}'; exit 1;; esac`);
  const { status, stderr } = run('publishTarballs.js', ['tarballs']);
  expect(status).not.toBe(0);
  expect(stderr).toContain('the registry does not say whether it has below@1.1.0: ENOTFOUND');
  expect(calls()).toEqual(['npm view below@1.1.0 version --json']);
});

test('stops at the first that is refused, and fails without tarballs', () => {
  expect(run('publishTarballs.js', ['tarballs']).stderr).toContain('there is no tarball in tarballs');
  tarball('below', '1.1.0');
  tarball('above', '1.1.0', ['below']);
  fake('npm', `${HAS_OLD}\ncase "$1" in publish) exit 1;; esac`);
  const { status, stderr } = run('publishTarballs.js', ['tarballs']);
  expect(status).not.toBe(0);
  expect(stderr).toContain('below@1.1.0 was not published');
  expect(calls().filter((call) => call.startsWith('npm publish'))).toHaveLength(1);
});

test('tags what was published, once, and refuses a version that the changelog does not have', () => {
  fake('gh', 'exit 0');
  const PUBLISHED = JSON.stringify([{ name: '@policywright/arn', version: '0.0.0-none' }]);
  expect(run('tagReleases.js', [], { PUBLISHED }).stdout).toBe('');
  expect(calls()).toEqual(['gh release view @policywright/arn@0.0.0-none']);
  fake('gh', 'exit 1');
  const { status, stderr } = run('tagReleases.js', [], { PUBLISHED });
  expect(status).not.toBe(0);
  expect(stderr).toMatch(/CHANGELOG\.md|changelog/);
  expect(run('tagReleases.js', [], { PUBLISHED: '[]' }).status).toBe(0);
});
