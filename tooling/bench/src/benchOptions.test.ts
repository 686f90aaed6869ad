import { expect, test } from 'vitest';
import { readOptions } from './benchOptions.ts';

test('reads options with and without the `--` of pnpm', () => {
  expect(readOptions(['--', '--quick', '--only', 'decide', '--only', 'growth'])).toEqual({
    quick: true,
    only: ['decide', 'growth'],
    json: undefined,
  });
  expect(readOptions(['--json', 'out.json'])).toEqual({ quick: false, only: [], json: 'out.json' });
});

test('refuses a suite or an option that there is not', () => {
  expect(() => readOptions(['--only', 'nothing'])).toThrow('no suite is called nothing');
  expect(() => readOptions(['--slow'])).toThrow();
});
