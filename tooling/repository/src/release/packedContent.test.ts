import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { create } from 'tar';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { packedContent } from './packedContent.ts';

/** Longer than the field that a header has for it. */
const LONG = `dist/${'folder/'.repeat(20)}a.js`;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policywright-tarball-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Packs files, given by path, as npm and pnpm do. */
function tarballOf(files: Readonly<Record<string, string>>): string {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, 'package', path);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, content);
  }
  const tarball = join(folder, 'packed.tgz');
  create({ file: tarball, cwd: folder, gzip: true, sync: true }, ['package']);
  return tarball;
}

test('files are known by their paths in the package, folders are none, and sizes are in bytes', () => {
  const tarball = tarballOf({ 'package.json': '{"name":"é","version":"0.2.0"}', [LONG]: 'x'.repeat(513) });
  const { manifest, paths, packed, unpacked } = packedContent(tarball);
  expect(manifest).toEqual({ name: 'é', version: '0.2.0' });
  expect([...paths].sort()).toEqual([LONG, 'package.json']);
  expect(packed).toBe(statSync(tarball).size);
  expect(unpacked).toBe(31 + 513);
});

test('what has no manifest is refused', () => {
  expect(() => packedContent(tarballOf({ 'index.js': '' }))).toThrow('has no manifest');
});

test('what is no tarball is refused', () => {
  const text = join(folder, 'packed.tgz');
  writeFileSync(text, 'text '.repeat(200));
  expect(() => packedContent(text)).toThrow('TAR_');
});
