import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CALLS_WORLD } from './_testing/callsWorld.ts';
import { runInMemory } from './_testing/runInMemory.ts';

/** One call a line: its exit code, what it writes to (`o` the answer, `e` diagnostics, `b` both, `-` nothing), and its words. */
const CALLS = readFileSync(new URL('_testing/calls.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => {
    const [code = '', streams = '', ...argv] = line.split(' ').filter((word) => word !== '');
    return { code: Number(code), streams, argv };
  });

/** What a call wrote to, as a letter of the table. */
function streamsOf(stdout: string, stderr: string): string {
  if (stdout !== '') return stderr === '' ? 'o' : 'b';
  return stderr === '' ? '-' : 'e';
}

test('each call of the table ends with its code, and writes to the streams that it should', async () => {
  const seen: string[] = [];
  for (const { argv } of CALLS) {
    const { exitCode, stdout, stderr } = await runInMemory(argv, CALLS_WORLD);
    seen.push([exitCode, streamsOf(stdout, stderr), ...argv].join(' '));
    // Nothing but an answer in JSON on standard output, whole and alone.
    if (argv.join(' ').includes('--format json') && stdout !== '') JSON.parse(stdout);
    // No stack is shown.
    expect(stderr).not.toMatch(/\n\s+at .*\.ts:/);
  }
  expect(seen).toEqual(CALLS.map(({ code, streams, argv }) => [code, streams, ...argv].join(' ')));
}, 240_000);

test('the table has two hundred calls, of every exit code but that of faults of the program', () => {
  expect(CALLS.length).toBeGreaterThanOrEqual(200);
  expect(new Set(CALLS.map(({ code }) => code))).toEqual(new Set([0, 1, 2, 4]));
});
