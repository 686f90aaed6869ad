import { describe, expect, test } from 'vitest';
import { withHeader, type Header } from '../emit/header.ts';
import { drift, obstacle } from './fileDiagnostic.ts';
import type { FileState } from './fileState.ts';

const HEADER: Header = { generatorVersion: '1.0.0', dataVersion: '2026', arguments: 'generate --out iam' };
const path = 'ecs.ts';
/** Behind the header stands a line that is the same in every file of a kind. */
const outdated = (current: string, text: string, header: Partial<Header> = {}): FileState => ({
  kind: 'outdated',
  path,
  current: withHeader({ ...HEADER, ...header }, '//', `// same\n${current}`),
  text: withHeader(HEADER, '//', `// same\n${text}`),
  header: { ...HEADER, ...header, intact: true },
});

const MISSING: FileState = { kind: 'missing', path, text: '' };
const SAME: FileState = { kind: 'same', path };
const STALE: FileState = { kind: 'stale', path };
const FOREIGN: FileState = { kind: 'foreign', path };
const UNREADABLE: FileState = { kind: 'unreadable', path, reason: 'EACCES' };
const EDITED: FileState = { kind: 'edited', path, text: 'a\nb\n', current: 'a\nc\n' };

test.each<readonly [FileState, string, string, string | undefined]>([
  [
    FOREIGN,
    'not-generated',
    '`src/iam/ecs.ts` is in the way, and is not a generated file',
    'move it, or choose another folder',
  ],
  [
    EDITED,
    'edited-by-hand',
    '`src/iam/ecs.ts` was edited after it was generated; line 2 is `c`, generated `b`',
    'move what you need elsewhere and delete the file, then generate again',
  ],
  [UNREADABLE, 'write-failed', '`src/iam/ecs.ts` cannot be read: EACCES', undefined],
])('what is in the way is told, when writing and when checking: %j', (state, code, message, help) => {
  const expected = { code, severity: 'error', message, path: '', file: 'src/iam/ecs.ts', range: undefined };
  for (const found of [obstacle(state, 'src/iam'), drift(state, 'src/iam')])
    expect(found).toEqual(help === undefined ? expected : { ...expected, help });
});

test('what a run would write or delete is in nobody’s way', () => {
  for (const state of [MISSING, SAME, STALE, outdated('a', 'b')])
    expect(obstacle(state, 'iam')).toBeUndefined();
});

describe('a file that differs from what would be generated', () => {
  test.each<readonly [string, FileState, string]>([
    ['missing', MISSING, '`iam/ecs.ts` is missing'],
    ['left over', STALE, '`iam/ecs.ts` is no longer generated'],
    [
      'of other contents, by the first line that differs',
      outdated('a\nb\nc\n', 'a\nx\ny\n'),
      '`iam/ecs.ts` is out of date; line 6 is `b`, generated `x`',
    ],
    ['shorter', outdated('a\n', 'a\nb'), '`iam/ecs.ts` is out of date; line 6 is ``, generated `b`'],
    ['longer', outdated('a\nb\nc', 'a\nb'), '`iam/ecs.ts` is out of date; line 7 is `c`, generated absent'],
    [
      'of another version',
      outdated('a', 'a', { generatorVersion: '0.9.0' }),
      '`iam/ecs.ts` is out of date; codegen `0.9.0`, now `1.0.0`',
    ],
    [
      'of other data',
      outdated('a', 'a', { dataVersion: '2025' }),
      '`iam/ecs.ts` is out of date; catalog data `2025`, now `2026`',
    ],
    [
      'of other arguments',
      outdated('a', 'b', { arguments: 'generate' }),
      '`iam/ecs.ts` is out of date; arguments `generate`, now `generate --out iam`; line 5 is `a`, generated `b`',
    ],
  ])('is told: %s', (_, state, message) => {
    expect(drift(state, 'iam')).toEqual({
      code: 'out-of-date',
      severity: 'error',
      message,
      path: '',
      file: 'iam/ecs.ts',
      range: undefined,
      help: 'run `policywright generate` and commit what it writes',
    });
  });

  test('is not cited beyond 80 characters of a line', () => {
    const [most, more] = ['x'.repeat(80), 'y'.repeat(81)];
    expect(drift(outdated(most, more), 'iam')?.message).toContain(
      `line 5 is \`${most}\`, generated \`${'y'.repeat(80)}…\``,
    );
  });

  test('is none where it is the same', () => {
    expect(drift(SAME, 'iam')).toBeUndefined();
  });
});
