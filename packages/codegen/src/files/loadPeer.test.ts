import { expect, test } from 'vitest';
import { temporaryFolder } from '../_testing/temporaryFolder.ts';
import { loadPeer } from './loadPeer.ts';

const failing = (code: string | undefined) => () =>
  Promise.reject(Object.assign(new Error('it cannot be loaded'), code === undefined ? {} : { code }));

test('the one beside the package is taken', async () => {
  const module = { a: 1 };
  expect(await loadPeer({ name: 'none', beside: () => Promise.resolve(module), folder: '/' })).toBe(module);
});

test.each(['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND'])(
  'without it (%s) that of the project is',
  async (code) => {
    const found = await loadPeer({ name: 'fast-check', beside: failing(code), folder: import.meta.dirname });
    expect(found).toHaveProperty('assert');
  },
);

test('where neither is installed, there is none', async () => {
  const peer = {
    name: 'no-such-package',
    beside: failing('ERR_MODULE_NOT_FOUND'),
    folder: temporaryFolder(),
  };
  expect(await loadPeer(peer)).toBeUndefined();
});

test.each(['ERR_OTHER', undefined])('what it throws itself (%s) is thrown on', async (code) => {
  await expect(
    loadPeer({ name: 'fast-check', beside: failing(code), folder: import.meta.dirname }),
  ).rejects.toThrow('it cannot be loaded');
});
