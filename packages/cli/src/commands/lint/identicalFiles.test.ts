import { describe, expect, test } from 'vitest';
import { runInMemory } from '../../_testing/runInMemory.ts';

const statement = { Sid: 'Stop', Effect: 'Allow', Action: 'ecs:StopTsak', Resource: '*' };
const policy = (sid: string): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ ...statement, Sid: sid }] }, undefined, 2);
const SAME = policy('Same');
const files = {
  'p/a.json': SAME,
  'p/b.json': policy('Othr'),
  'p/c.json': SAME,
  'p/d/e.json': SAME,
};

interface Row {
  readonly file: string;
  readonly code: string;
  readonly line: number;
}

async function rows(world: Readonly<Record<string, string>>, ...argv: string[]): Promise<readonly Row[]> {
  const { stdout } = await runInMemory(
    ['lint', 'p', '--min-severity', 'error', '--format', 'json', ...argv],
    {
      files: world,
    },
  );
  return JSON.parse(stdout) as readonly Row[];
}

function alsoIn(stdout: string): readonly string[] {
  return stdout.split('\n').filter((line) => line.includes('also in'));
}

describe('files with the same text', () => {
  test('are shown once, with all places, and all count', async () => {
    const { stdout, exitCode } = await runInMemory(['lint', 'p', '--min-severity', 'error'], { files });
    expect(exitCode).toBe(1);
    expect(stdout.match(/-->.*/g)).toEqual(['--> p/a.json:7:17', '--> p/b.json:7:17']);
    expect(alsoIn(stdout)).toEqual(['  = also in: p/c.json, p/d/e.json']);
    expect(stdout).toContain('found 4 errors in 4 files');
  });

  test('are named as far as one can read, and counted from there', async () => {
    const many = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`p/${at}.json`, SAME]));
    const { stdout } = await runInMemory(['lint', 'p', '--min-severity', 'error'], { files: many });
    expect(alsoIn(stdout)).toEqual(['  = also in: p/1.json, p/2.json, p/3.json (and 5 more)']);
    expect(stdout).toContain('found 9 errors in 9 files');
  });

  test('cannot steer the terminal by their names', async () => {
    const odd = { 'p/a.json': SAME, 'p/b\u001b[2J.json': SAME };
    const { stdout } = await runInMemory(['lint', 'p', '--min-severity', 'error'], { files: odd });
    expect(alsoIn(stdout)).toEqual(['  = also in: p/b\\u001b[2J.json']);
  });

  test('have an entry each for programs', async () => {
    const found = await rows(files);
    expect(found.map(({ file, line }) => `${file}:${line}`)).toEqual([
      'p/a.json:7',
      'p/c.json:7',
      'p/d/e.json:7',
      'p/b.json:7',
    ]);
    const argv = ['lint', 'p', '--min-severity', 'error', '--format'];
    const sarif = await runInMemory([...argv, 'sarif'], { files });
    expect(sarif.stdout.match(/"ruleId"/g)).toHaveLength(4);
    expect((await runInMemory([...argv, 'github'], { files })).stdout.trim().split('\n')).toHaveLength(4);
    expect((await runInMemory([...argv, 'markdown'], { files })).stdout).toContain('## Lint: 4 findings');
  });

  test('are told apart by what is accepted of each', async () => {
    const entry = { code: 'invalid-action', message: 'found `ecs:StopTsak`, which is no action of `ecs`' };
    const baseline = JSON.stringify({ version: 1, entries: [{ file: 'p/a.json', ...entry, count: 1 }] });
    const argv = ['lint', 'p', '--min-severity', 'error', '--baseline', 'accepted.json'];
    const world = { files: { ...files, 'accepted.json': baseline } };
    const { stdout, stderr } = await runInMemory(argv, world);
    expect(stderr).toBe('findings that the baseline accepts: 1\n');
    expect(stdout.match(/-->.*/g)).toEqual(['--> p/c.json:7:17', '--> p/b.json:7:17']);
    expect(alsoIn(stdout)).toEqual(['  = also in: p/d/e.json']);
  });

  test('that are read in another way have findings of their own', async () => {
    const yaml = { 'p/a.json': SAME, 'p/b.yaml': SAME };
    const { stdout } = await runInMemory(['lint', 'p', '--min-severity', 'error'], { files: yaml });
    expect(stdout.match(/-->.*/g)).toEqual(['--> p/a.json:7:17', '--> p/b.yaml:7:17']);
  });

  test('are told by each name where nothing can be read of them', async () => {
    const cut = { 'p/a.json': SAME.slice(0, -9), 'p/b.json': SAME.slice(0, -9) };
    const found = await rows(cut);
    expect(found.map(({ file, code }) => `${file} ${code}`)).toEqual([
      'p/a.json json-syntax-error',
      'p/b.json json-syntax-error',
    ]);
  });

  test('are fixed each', async () => {
    const untidy = policy('');
    const { written, stderr } = await runInMemory(['lint', 'p', '--fix'], {
      files: { 'p/a.json': untidy, 'p/b.json': untidy },
    });
    expect(Object.keys(written)).toEqual(['p/a.json', 'p/b.json']);
    expect(written['p/a.json']).not.toContain('"Sid"');
    expect(written['p/b.json']).toBe(written['p/a.json']);
    expect(stderr).toContain('fixed 1 in p/a.json\nfixed 1 in p/b.json\n');
  });

  test('are each told what fixes would change', async () => {
    const untidy = policy('');
    const { written, stderr } = await runInMemory(['lint', 'p', '--fix', '--dry-run'], {
      files: { 'p/a.json': untidy, 'p/b.json': untidy },
    });
    expect(written).toEqual({});
    expect(stderr.match(/would fix .*/g)).toEqual(['would fix 1 in p/a.json', 'would fix 1 in p/b.json']);
  });
});
