import { services } from '@policywright/catalog';
import { describe, expect, test } from 'vitest';
import { fileCollisions } from './fileCollisions.ts';
import { indexModule } from './indexModule.ts';

describe('names that collide', () => {
  test('two services whose namespaces would have one name are named both', () => {
    expect(indexModule(['s3-express', 's3', 's3express', 's3_express']).diagnostics).toMatchObject([
      {
        code: 'name-collision',
        severity: 'error',
        path: '/generate/index',
        message:
          'the service `s3_express` would be called `s3Express` in the index, as something of the service `s3-express` is',
        help: 'generate without an index, or leave one of them out',
      },
    ]);
  });

  test('a namespace does not hide an export of the runtime module', () => {
    expect(indexModule(['allow', 'ecs', 'string-equals']).diagnostics.map(({ message }) => message)).toEqual([
      'the service `allow` would be called `allow` in the index, as something of the runtime module is',
      'the service `string-equals` would be called `stringEquals` in the index, as something of the runtime module is',
    ]);
  });

  test('two files of one name, letter case aside, are found', () => {
    const files = ['ecs.ts', 'runtime.ts', 'index.ts', 'Index.ts', 'runtime.ts'].map((path) => ({
      path,
      text: '',
    }));
    expect(fileCollisions(files)).toMatchObject([
      { code: 'name-collision', message: 'two generated files would be called `index.ts` and `Index.ts`' },
      { code: 'name-collision', message: 'two generated files would be called `runtime.ts`' },
    ]);
  });

  test('no services of the catalog collide', () => {
    expect(indexModule(services().map(({ prefix }) => prefix)).diagnostics).toEqual([]);
  });
});
