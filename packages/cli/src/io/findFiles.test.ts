import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findFiles, type FileFilter } from './findFiles.ts';
import type { Io } from './io.ts';
import { nodeIo } from './nodeIo.ts';

let cwd = '';
const JSON_FILES: FileFilter = { endings: ['.json'], takes: (name) => name.endsWith('.json') };
const io = (files: Partial<Io['files']> = {}): Io => {
  const own = nodeIo();
  return { ...own, cwd, files: { ...own.files, ...files } };
};

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'policywright-find-'));
  for (const folder of ['p/sub', 'p/.git', 'p/node_modules', 'outside']) {
    mkdirSync(join(cwd, folder), { recursive: true });
    writeFileSync(join(cwd, folder, 'a.json'), '{}');
  }
  writeFileSync(join(cwd, 'p/a.json'), '{}');
  writeFileSync(join(cwd, 'p/a.txt'), '{}');
});
afterAll(() => rmSync(cwd, { recursive: true }));

// Links need rights on Windows, and there are no named pipes among its files.
describe.skipIf(process.platform === 'win32')('what is no plain file', () => {
  beforeAll(() => {
    symlinkSync('../outside/a.json', join(cwd, 'p/link.json'));
    symlinkSync('nowhere', join(cwd, 'p/lost.json'));
    symlinkSync('round.json', join(cwd, 'p/round.json'));
    symlinkSync('../outside', join(cwd, 'p/folder.json'));
    symlinkSync('pipe.json', join(cwd, 'p/to-pipe.json'));
    symlinkSync('/dev/zero', join(cwd, 'p/device.json'));
    execFileSync('mkfifo', [join(cwd, 'p/pipe.json')]);
  });

  test('a folder has its files and the files that links lead to, no pipes, devices or lost links', async () => {
    expect(await findFiles(io(), ['p'], JSON_FILES)).toEqual([
      { ok: true, file: 'p/a.json', named: false, isLink: false },
      { ok: true, file: 'p/link.json', named: false, isLink: true },
      { ok: true, file: 'p/sub/a.json', named: false, isLink: false },
    ]);
  });

  test('a list of a program likewise, with whatever ending', async () => {
    const listed = { ...JSON_FILES, listed: true };
    expect(await findFiles(io(), ['p/a.txt', 'p/link.json', 'p/pipe.json'], listed)).toEqual([
      { ok: true, file: 'p/a.txt', named: false, isLink: false },
      { ok: true, file: 'p/link.json', named: false, isLink: true },
    ]);
  });

  test('who names a pipe or a link means it, and hears of a lost one', async () => {
    expect(await findFiles(io(), ['p/pipe.json', 'p/link.json', 'p/lost.json'], JSON_FILES)).toMatchObject([
      { ok: true, file: 'p/pipe.json', named: true, isLink: false },
      { ok: true, file: 'p/link.json', named: true, isLink: false },
      { ok: false, file: 'p/lost.json', problem: { message: 'no such file or folder' } },
    ]);
  });
});

test('a folder below that cannot be read is told, and hides nothing beside it', async () => {
  const { list } = io().files;
  const refusing = io({
    list: (folder) =>
      folder.endsWith('sub')
        ? Promise.reject(Object.assign(new Error('EACCES'), { code: 'EACCES' }))
        : list(folder),
  });
  const found = await findFiles(refusing, ['p'], { ...JSON_FILES, takes: (name) => name === 'a.json' });
  expect(found).toMatchObject([
    { ok: true, file: join('p', 'a.json') },
    { ok: false, file: join('p', 'sub'), problem: { message: 'no permission to read it' } },
  ]);
});
