import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { FileFacts, Io } from '../../io/io.ts';
import { MOST_BYTES, readInput } from '../../io/readInput.ts';
import { readAhead } from './readAhead.ts';

const refuse = async (): Promise<never> => {
  throw new Error('not asked for');
};

/** Files whose text is their name, on a slow disk; what is asked of it, and how much at once at most. */
function slowFiles(odd: Readonly<Record<string, FileFacts | Error>> = {}) {
  const output = { write: () => undefined, isTTY: false };
  const asked: string[] = [];
  let [open, most] = [0, 0];
  const slowly = async (path: string, what: string): Promise<Uint8Array> => {
    asked.push(`${what} ${path}`);
    open += 1;
    most = Math.max(most, open);
    await sleep(2);
    open -= 1;
    return new TextEncoder().encode(path);
  };
  const io: Io = {
    stdout: output,
    stderr: output,
    readStdin: async () => new TextEncoder().encode('stdin'),
    cwd: '/',
    env: {},
    files: {
      stat: async (path) => {
        const facts = odd[path] ?? { kind: 'file', size: 1 };
        if (facts instanceof Error) throw facts;
        return facts;
      },
      read: (path) => slowly(path, 'read'),
      readSoon: (path) => slowly(path, 'soon'),
      list: refuse,
      write: refuse,
      open: refuse,
      begin: refuse,
    },
  };
  return { io, asked, most: () => most };
}

test('reads eight files at once, each once, and gives each its text', async () => {
  const { io, asked, most } = slowFiles();
  const names = Array.from({ length: 50 }, (_, at) => `${at}.json`);
  const ahead = readAhead(io, names);
  const texts: string[] = [];
  for (const name of names) texts.push((await readInput(ahead, name)).text);
  expect(texts).toEqual(names.map((name) => `/${name}`));
  expect(asked).toEqual(names.map((name) => `soon /${name}`));
  expect(most()).toBe(8);
});

test('a pipe and standard input wait until they are asked for, and what cannot be read is told as ever', async () => {
  const missing = Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
  const { io, asked } = slowFiles({
    '/pipe': { kind: 'other', size: 0 },
    '/large': { kind: 'file', size: MOST_BYTES + 1 },
    '/missing': missing,
  });
  const ahead = readAhead(io, ['a', '-', 'missing', 'large', 'pipe', 'b']);
  expect(await readInput(ahead, 'a')).toMatchObject({ text: '/a' });
  await sleep(10);
  expect(asked).toEqual(['soon /a', 'soon /b']);
  expect(await readInput(ahead, '-')).toMatchObject({ text: 'stdin' });
  expect(await readInput(ahead, 'missing')).toMatchObject({ problem: { message: 'no such file or folder' } });
  expect(await readInput(ahead, 'large')).toMatchObject({ ok: false });
  expect(await readInput(ahead, 'pipe')).toMatchObject({ text: '/pipe' });
  expect(await readInput(ahead, 'b')).toMatchObject({ text: '/b' });
  expect(asked).toEqual(['soon /a', 'soon /b', 'read /pipe']);
});
