import { expect, test } from 'vitest';
import { type PackedManifest, tarballFaults } from './tarballFaults.ts';

const workspace = {
  versions: new Map([
    ['@policywright/arn', '0.2.0'],
    ['@policywright/policy', '0.2.0'],
  ]),
  privateNames: new Set(['@policywright-tooling/bench']),
};

const sound: PackedManifest = {
  name: '@policywright/policy',
  version: '0.2.0',
  repository: { url: 'git+https://example.org/x.git' },
  exports: {
    '.': { types: './dist/index.d.ts', default: './dist/index.js' },
    './services/*': { default: './dist/services/*.js' },
  },
  dependencies: { '@policywright/arn': '0.2.0', yaml: '2.8.1' },
};
const paths = [
  'LICENSE',
  'README.md',
  'package.json',
  'dist/index.d.ts',
  'dist/index.js',
  'dist/services/ecs.js',
];

const faultsOf = (change: Partial<PackedManifest>, without?: string): readonly string[] =>
  tarballFaults(
    { manifest: { ...sound, ...change }, paths: paths.filter((path) => path !== without) },
    workspace,
  );

test('a package that has its files and depends on what is released with it has no fault', () => {
  expect(faultsOf({})).toEqual([]);
});

test('a range that only the workspace knows is a fault, wherever it stands', () => {
  const stays = [
    '@policywright/policy depends on @policywright/arn by `workspace:*`, which no registry knows',
  ];
  expect(faultsOf({ dependencies: { '@policywright/arn': 'workspace:*' } })).toEqual(stays);
  expect(faultsOf({ peerDependencies: { '@policywright/arn': 'workspace:*' } })).toEqual(stays);
  expect(faultsOf({ optionalDependencies: { '@policywright/arn': 'workspace:*' } })).toEqual(stays);
});

test('a private package cannot be depended on', () => {
  expect(faultsOf({ dependencies: { '@policywright-tooling/bench': '0.0.0' } })).toEqual([
    '@policywright/policy depends on @policywright-tooling/bench, which is private',
  ]);
});

test('packages of the workspace are depended on with the version that is released', () => {
  expect(faultsOf({ dependencies: { '@policywright/arn': '0.1.0' } })).toEqual([
    '@policywright/policy depends on @policywright/arn 0.1.0, but 0.2.0 is released with it',
  ]);
});

test.each(['LICENSE', 'README.md', 'dist/index.d.ts', 'dist/index.js'])('%s must be there', (path) => {
  expect(faultsOf({}, path)).toEqual([`@policywright/policy lacks the file ${path}`]);
});

test('a pattern of exports needs a file that it fits, a command its program', () => {
  expect(faultsOf({}, 'dist/services/ecs.js')).toEqual([
    '@policywright/policy lacks the file dist/services/*.js',
  ]);
  expect(faultsOf({ bin: { policy: './bin/policy.js' } })).toEqual([
    '@policywright/policy lacks the file bin/policy.js',
  ]);
});

test('the version is the one that is released, and the package public with a repository', () => {
  expect(faultsOf({ version: '0.1.0' })).toEqual(['@policywright/policy has version 0.1.0, not 0.2.0']);
  expect(faultsOf({ private: true })).toEqual(['@policywright/policy is private']);
  expect(faultsOf({ repository: undefined })).toEqual([
    '@policywright/policy names no repository, which provenance needs',
  ]);
});
