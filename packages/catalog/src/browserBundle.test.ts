import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';

/** What the build writes for `@policywright/catalog/services/ecs`, loaded on demand as a page would. */
const MODULES: Readonly<Record<string, string>> = {
  page: `export const load = async () => (await import('ecs')).service;`,
  ecs: `
    import { ecsData } from './src/data/defghi.gen.ts';
    import { CatalogService } from './src/_internals/catalogService.ts';
    export const service = /* @__PURE__ */ new CatalogService(ecsData);`,
};

const PACKAGE = fileURLToPath(new URL('..', import.meta.url));

let page = '';
let ecs = '';

beforeAll(async () => {
  const { outputFiles } = await build({
    absWorkingDir: PACKAGE,
    entryPoints: ['page'],
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    outdir: 'unused',
    write: false,
    conditions: ['@policywright/source'],
    plugins: [
      {
        name: 'modules',
        setup(build) {
          build.onResolve({ filter: /^(?:page|ecs)$/ }, ({ path }) => ({ path, namespace: 'modules' }));
          build.onLoad({ filter: /.*/, namespace: 'modules' }, ({ path }) => ({
            contents: MODULES[path] ?? '',
            resolveDir: PACKAGE,
          }));
        },
      },
    ],
  });
  page = outputFiles.find(({ path }) => path.endsWith('page.js'))?.text ?? '';
  ecs = outputFiles.find(({ path }) => !path.endsWith('page.js'))?.text ?? '';
});

describe('a page that loads Amazon ECS on demand', () => {
  test('loads nothing of it before', () => {
    expect(page).toMatch(/import\("\.\/ecs-\w+\.js"\)/);
    expect(page.length).toBeLessThan(500);
  });

  test('then loads ECS, in at most 16 kB', () => {
    expect(ecs).toContain('Amazon Elastic Container Service');
    expect(ecs).toContain('TaskDefinitionFamilyName');
    expect(Buffer.byteLength(ecs)).toBeLessThan(16_000);
  });

  test('and no other service, not even of the same file of data', () => {
    for (const other of [
      'Amazon EC2',
      'Amazon DynamoDB',
      'Amazon S3',
      'ecrData',
      'RunInstances',
      'GetObject',
    ]) {
      expect(ecs).not.toContain(other);
    }
  });

  test('and nothing of Node.js', () => {
    expect(page + ecs).not.toMatch(/node:|require\(|process\./);
  });
});
