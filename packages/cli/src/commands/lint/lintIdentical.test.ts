import { expect, test } from 'vitest';
import type { FoundFile } from '../../io/findFiles.ts';
import type { Io } from '../../io/io.ts';
import { lintIdentical } from './lintIdentical.ts';

const policy = (action: string): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: action, Resource: '*' }] });

/** Files by name. */
function world(texts: Readonly<Record<string, string>>): Io {
  const refuse = async (): Promise<never> => {
    throw new Error('not asked for');
  };
  const output = { write: () => undefined, isTTY: false };
  const contentOf = (path: string): Uint8Array => new TextEncoder().encode(texts[path.slice(1)] ?? '');
  return {
    stdout: output,
    stderr: output,
    readStdin: refuse,
    cwd: '/',
    env: {},
    files: {
      stat: async (path) => ({ kind: 'file', size: contentOf(path).length }),
      read: async (path) => contentOf(path),
      list: refuse,
      write: refuse,
      open: refuse,
      begin: refuse,
    },
  };
}

const file = (name: string): FoundFile => ({ ok: true, file: name, named: false, isLink: false });

test('a file that was written to after they were compared has findings of its own', async () => {
  const io = world({
    'a.json': policy('ecs:StopTsak'),
    'b.json': policy('ecs:StopTsak'),
    'c.json': policy('ecs:StopTask'),
  });
  const options = { fix: false, dryRun: false, minimumSeverity: 'error' } as const;
  const outcomes = await lintIdentical(io, [file('a.json'), file('b.json'), file('c.json')], options);
  expect(outcomes.map((outcome) => [outcome.file, outcome.linted?.findings.length])).toEqual([
    ['a.json', 1],
    ['b.json', 1],
    ['c.json', 0],
  ]);
  // The very same: the second was not linted again.
  expect(outcomes[1]?.linted?.findings).toBe(outcomes[0]?.linted?.findings);
});
