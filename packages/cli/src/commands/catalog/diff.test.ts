import { getService, type Service } from '@policywright/catalog';
import { expect, test } from 'vitest';
import { runInMemory } from '../../_testing/runInMemory.ts';

const ecs = JSON.parse(JSON.stringify(getService('ecs'))) as Service;
const written = (...services: readonly object[]): string => JSON.stringify({ version: '1', services });
const files = {
  'all.json': written(ecs),
  'fewer.json': written({ ...ecs, actions: ecs.actions.filter(({ name }) => name !== 'RunTask') }),
  'renamed.json': written({ ...ecs, name: 'Containers\u001b[2J' }),
};

test('a snapshot of this catalog does not differ from it', async () => {
  const { stdout } = await runInMemory(['catalog', 'snapshot']);
  const compared = await runInMemory(['catalog', 'diff', '-'], { stdin: stdout });
  expect(compared).toMatchObject({ exitCode: 0, stdout: '', stderr: '' });
});

test('differences are rows and exit code 1', async () => {
  const { exitCode, stdout } = await runInMemory(['catalog', 'diff', 'fewer.json', 'all.json'], { files });
  expect(exitCode).toBe(1);
  expect(stdout).toBe('added\taction\tecs\tecs:RunTask\t\t\t\n');
});

test('what changed is told with both texts, which cannot steer the terminal', async () => {
  const { stdout } = await runInMemory(['catalog', 'diff', 'all.json', 'renamed.json'], { files });
  expect(stdout).toBe(
    'changed\tservice\tecs\tecs\tname\tAmazon Elastic Container Service\tContainers\\u001b[2J\n',
  );
});

test('JSON has the versions and the changes', async () => {
  const argv = ['catalog', 'diff', 'all.json', 'fewer.json', '--format', 'json'];
  const { stdout } = await runInMemory(argv, { files });
  expect(JSON.parse(stdout)).toEqual({
    before: '1',
    after: '1',
    changes: [{ kind: 'action', change: 'removed', service: 'ecs', name: 'ecs:RunTask', details: [] }],
  });
});

test.each([
  ['{', 'is no snapshot'],
  ['{}', 'is no snapshot'],
  [written({}), 'is no snapshot'],
  [written({ ...ecs, resourceTypes: [{ name: 'x', arnFormats: [] }] }), 'is no snapshot'],
  [
    written({ ...ecs, resourceTypes: [{ name: 'x', arnFormats: [], conditionKeys: [{ toString: 1 }] }] }),
    'is no',
  ],
  ['', 'it is empty'],
])('%.40s is exit code 2', async (content, words) => {
  const world = { files: { ...files, 'bad.json': content } };
  const { exitCode, stdout, stderr } = await runInMemory(['catalog', 'diff', 'all.json', 'bad.json'], world);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr).toContain(words);
});

test('one input cannot be both', async () => {
  expect((await runInMemory(['catalog', 'diff', '-', '-'])).exitCode).toBe(2);
});
