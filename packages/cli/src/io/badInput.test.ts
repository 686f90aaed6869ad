import { describe, expect, test } from 'vitest';
import { runInMemory } from '../_testing/runInMemory.ts';
import { ALLOWED, fileOf, type ScenarioSource } from '../_testing/scenarioText.ts';

const statement = (members: object): ScenarioSource => ({
  ...ALLOWED,
  policies: {
    identity: [
      { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*', ...members }] },
    ],
  },
});
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

/** Name, content of `bad.json`, whether there is a place in it, and words of the diagnostic. */
const CASES: readonly [string, string | Uint8Array, string][] = [
  ['not JSON', '{ "id": oops }', '`'],
  ['cut short', fileOf(ALLOWED).slice(0, 100), ''],
  ['empty', '', 'it is empty'],
  ['white space', ' \n\t', 'it is empty'],
  ['a JSON text of the wrong shape', '"hello"', ''],
  ['null', 'null', ''],
  ['an array with a number', '[1]', ''],
  ['a scenario without a request', '{ "id": "x" }', 'principal'],
  [
    'an unknown operator',
    fileOf(statement({ Condition: { StringEqual: { a: 'b' } } })),
    'did you mean `StringEquals`',
  ],
  ['a malformed resource ARN', fileOf({ ...ALLOWED, resource: 'arn:aws:ecs' }), 'arn:aws:ecs'],
  [
    'a malformed principal ARN',
    fileOf({ ...ALLOWED, principal: 'arn:aws:iam::12:user/a' }),
    'arn:aws:iam::12:user/a',
  ],
  ['10 MB', `{ "id": "${'x'.repeat(10_000_000)}" }`, 'too large'],
  ['10,000 levels of nesting', '['.repeat(10_000) + ']'.repeat(10_000), 'deep'],
  [
    '10,000 levels in a policy',
    fileOf(ALLOWED).replace('"*"', `${'['.repeat(10_000)}"*"${']'.repeat(10_000)}`),
    '',
  ],
  ['a binary file', bytes(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0), 'not text in UTF-8'],
  ['bytes that are no UTF-8', bytes(0x22, 0xc3, 0x28, 0x22), 'not text in UTF-8'],
  ['UTF-16', bytes(0xff, 0xfe, 0x7b, 0, 0x7d, 0), 'UTF-16'],
];

describe.each(['evaluate', 'test'])('%s', (command) => {
  test.each(CASES)('%s: a diagnostic with file, place and help, exit code 2', async (_, content, words) => {
    const { exitCode, stdout, stderr } = await runInMemory([command, 'bad.json'], {
      files: { 'bad.json': content },
    });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^error\[[a-z-]+\]: /m);
    expect(stderr).toMatch(/--> bad\.json:\d+:\d+/);
    expect(stderr).toContain('help: ');
    expect(stderr).toContain(words);
    expect(stderr).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
    expect(stderr.length).toBeLessThan(20_000);
    if (command === 'evaluate') expect(stdout).toBe('');
  });

  test('a missing file, with the path and help', async () => {
    const { exitCode, stderr } = await runInMemory([command, 'no/such.json']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('no such file or folder');
    expect(stderr).toContain('--> no/such.json');
    expect(stderr).toContain('help: ');
  });

  test('empty standard input', async () => {
    const { exitCode, stderr } = await runInMemory([command, '-'], { stdin: '' });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('it is empty');
    expect(stderr).toContain('--> <stdin>:1:1');
  });
});

test('evaluate of a folder', async () => {
  const { exitCode, stderr } = await runInMemory(['evaluate', 's'], {
    files: { 's/a.json': fileOf(ALLOWED) },
  });
  expect(exitCode).toBe(2);
  expect(stderr).toContain('it is a folder');
});

test('one bad scenario among many does not stop the others', async () => {
  const many = Array.from({ length: 50 }, (_, index) => ({ ...ALLOWED, id: `s${index}` }));
  const stdin = fileOf(...many.slice(0, 25), { id: 'bad', action: 7 }, ...many.slice(25));
  const { exitCode, stdout } = await runInMemory(['test', '-', '--format', 'json'], { stdin });
  expect(exitCode).toBe(2);
  expect(JSON.parse(stdout)).toMatchObject({ total: 51, passed: 50, failed: 1 });
});

test('a byte order mark is no mistake', async () => {
  const { exitCode } = await runInMemory(['evaluate', '-'], { stdin: `\ufeff${fileOf(ALLOWED)}` });
  expect(exitCode).toBe(0);
});
