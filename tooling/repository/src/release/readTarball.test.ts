import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readTarball } from './readTarball.ts';

interface Entry {
  readonly path: string;
  readonly content?: string;
  readonly type?: string;
  readonly prefix?: string;
}

/** One entry as it stands in an archive, its checksum left out. */
function entry({ path, content = '', type = '0', prefix = '' }: Entry): Buffer {
  const header = Buffer.alloc(512);
  const size = Buffer.byteLength(content);
  header.write(path, 0);
  header.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  header.write(type, 156);
  header.write(prefix, 345);
  const body = Buffer.alloc(Math.ceil(size / 512) * 512);
  body.write(content);
  return Buffer.concat([header, body]);
}

function contentsOf(...entries: readonly Entry[]): unknown {
  const archive = Buffer.concat([...entries.map(entry), Buffer.alloc(1024)]);
  const files = [...readTarball(gzipSync(archive))];
  return Object.fromEntries(files.map(([path, content]) => [path, content.toString('utf8')]));
}

test('files are known by their paths in the package, and have their contents', () => {
  const long = 'x'.repeat(513);
  expect(contentsOf({ path: 'package/a.js', content: long }, { path: 'package/dist/b.js' })).toEqual({
    'a.js': long,
    'dist/b.js': '',
  });
});

test('a path may be split, or stand in an entry before the file', () => {
  expect(
    contentsOf(
      { path: 'a.js', prefix: 'package/dist', content: '1' },
      { path: 'PaxHeader/b', type: 'x', content: '23 path=package/long.js\n' },
      { path: 'package/lo', content: '2' },
      { path: 'package/c.js', content: '3' },
    ),
  ).toEqual({ 'dist/a.js': '1', 'long.js': '2', 'c.js': '3' });
});

test('folders are no files', () => {
  expect(contentsOf({ path: 'package/dist', type: '5' })).toEqual({});
});
