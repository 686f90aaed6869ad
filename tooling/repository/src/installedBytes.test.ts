import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { installedBytes } from './installedBytes.ts';

test('files of all folders count with what is in them, folders themselves do not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'policywright-bytes-'));
  mkdirSync(join(folder, 'a/b'), { recursive: true });
  writeFileSync(join(folder, 'one'), 'x'.repeat(1000));
  writeFileSync(join(folder, 'a/b/two'), 'é');
  expect(installedBytes(folder)).toBe(1002);
  rmSync(folder, { recursive: true });
});
