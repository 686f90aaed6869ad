import { expect, test } from 'vitest';
import { runInMemory } from '../_testing/runInMemory.ts';

test('on a terminal, columns are aligned under headings', async () => {
  const { stdout } = await runInMemory(['catalog', 'keys', 'ecs:cluster'], {
    isTTY: true,
    env: { NO_COLOR: '1' },
  });
  expect(stdout).toMatch(/^CONDITION KEY  TYPE  VALUES\necs:cluster    ARN   one\n\n/);
});

test('in a pipe, rows have tabs between their cells and there are no headings', async () => {
  const { stdout } = await runInMemory(['catalog', 'keys', 'ecs:cluster']);
  expect(stdout).toBe('ecs:cluster\tARN\tone\n');
});

test('no row is wider than the terminal', async () => {
  const { stdout } = await runInMemory(['catalog', 'resources', 'ecs'], {
    isTTY: true,
    columns: 40,
    env: { NO_COLOR: '1' },
  });
  // The address below is not cut off: somebody may copy it.
  const [table = ''] = stdout.split('\n\n');
  const widths = table.split('\n').map((line) => line.length);
  expect(Math.max(...widths)).toBe(40);
});
