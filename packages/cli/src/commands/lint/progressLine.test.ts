import { expect, test } from 'vitest';
import { runInMemory } from '../../_testing/runInMemory.ts';
import type { Io } from '../../io/io.ts';
import { progressLine } from './progressLine.ts';

function terminal(isTTY: boolean, env: Io['env'] = {}): { readonly io: Io; readonly printed: () => string } {
  let printed = '';
  const output = { write: (text: string) => void (printed += text), isTTY, columns: 20 };
  const files = { stat: fail, read: fail, list: fail, write: fail, open: fail, begin: fail };
  return {
    io: { stdout: output, stderr: output, readStdin: fail, files, cwd: '/', env },
    printed: () => printed,
  };
}

async function fail(): Promise<never> {
  throw new Error('not asked for');
}

test('a line fits the terminal, is not written at every file, gives way and is gone at the end', () => {
  const { io, printed } = terminal(true);
  let time = 0;
  const progress = progressLine(io, 50, () => time);
  progress.next('policies/a-long-name.json');
  expect(printed()).toBe('\r\u001b[K1/50 policies/a-lon');
  time = 50;
  progress.next('b.json');
  progress.io.stderr.write('fixed 1\n');
  expect(printed().endsWith('lon\r\u001b[Kfixed 1\n')).toBe(true);
  time = 200;
  progress.next('c\u001b.json');
  progress.io.stdout.write('error\n');
  expect(printed().endsWith('\n\r\u001b[K3/50 c\\u001b.json\r\u001b[Kerror\n')).toBe(true);
  time = 400;
  progress.next('d.json');
  progress.end();
  progress.end();
  expect(printed().endsWith('\n\r\u001b[K4/50 d.json\r\u001b[K')).toBe(true);
});

test('standard output that is no terminal is left alone', () => {
  const { io, printed } = terminal(true);
  let written = '';
  const stdout = { write: (text: string) => void (written += text), isTTY: false };
  const progress = progressLine({ ...io, stdout }, 50, () => 0);
  progress.next('a.json');
  progress.io.stdout.write('[');
  expect({ written, shown: printed() }).toEqual({ written: '[', shown: '\r\u001b[K1/50 a.json' });
});

test.each([
  ['no terminal', terminal(false), 50],
  ['a terminal that cannot erase', terminal(true, { TERM: 'dumb' }), 50],
  ['few files', terminal(true), 3],
])('%s has no line', (_, { io, printed }, total) => {
  const progress = progressLine(io, total);
  progress.next('a.json');
  progress.end();
  expect(printed()).toBe('');
});

test('lint shows it for text on a terminal only', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 12 }, (_, at) => [`p/${at}.json`, '{"Statement": []}']),
  );
  const shown = await runInMemory(['lint', 'p'], { files, isTTY: true });
  expect(shown.stderr).toContain('1/12 p/0.json');
  expect(shown.stderr.endsWith('\r\u001b[K')).toBe(true);
  for (const argv of [['lint', 'p', '--format', 'json']])
    expect((await runInMemory(argv, { files, isTTY: true })).stderr).toBe('');
  expect((await runInMemory(['lint', 'p'], { files })).stderr).toBe('');
});
