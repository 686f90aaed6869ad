import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../_testing/temporaryFolder.ts';
import { makeFolder } from './makeFolder.ts';

test('makes all folders that are missing, and leaves those that are there', () => {
  const folder = temporaryFolder();
  makeFolder(join(folder, 'a/b/c'));
  makeFolder(join(folder, 'a/b/d'));
  makeFolder(folder);
  expect(readdirSync(join(folder, 'a/b'))).toEqual(['c', 'd']);
});

test('ends with an error below a file', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'file'), '');
  expect(() => makeFolder(join(folder, 'file/a/b'))).toThrow('ENOTDIR');
});

test.runIf(existsSync('/proc/self'))('ends where the system makes no folders', () => {
  expect(() => makeFolder('/proc/policywright/a')).toThrow('ENOENT');
});
