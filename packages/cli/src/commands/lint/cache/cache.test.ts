import { describe, expect, test } from 'vitest';
import { runInMemory, type Outcome } from '../../../_testing/runInMemory.ts';
import { run } from '../../../run.ts';
import { readBuild } from '../../../version.ts';

const statement = { Sid: '', Effect: 'Allow', Action: ['ecs:StopTsak', 'iam:PassRole'], Resource: '*' };
const json = JSON.stringify({ Version: '2012-10-17', Statement: [statement] }, undefined, 2);
const FILES = {
  'p/policy.json': json,
  'p/same.json': json,
  'p/broken.json': `${json.slice(0, -30)}\n"Effect": "Allow"`,
  'p/notes.json': '{ "effect": 1 }',
  'p/empty.json': '',
  'p/policy.yaml': 'Statement: { Effect: Allow, Action: "ecs:X", Resource: "*" }',
  'p/chart.yaml': 'effect: {{ .Values.effect }}\nStatement: {{ x }}\n# 2012-10-17',
  'p/template.yaml': `Resources:
  Role:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument: ${JSON.stringify({ Version: '2012-10-17', Statement: [statement] })}
  Later:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument: !Ref Given
`,
};
type Files = Readonly<Record<string, string>>;

const lint = (files: Files, ...argv: string[]): Promise<Outcome> => runInMemory(['lint', ...argv], { files });
const CACHE = '.policywrightcache';
const cacheOf = async (files: Files, ...argv: string[]): Promise<string> =>
  (await lint(files, 'p', '--cache', ...argv)).written[CACHE] ?? '';

/** Entries of a cache, each with findings that no rule gives, so that it shows whether they are used. */
async function markedCache(files: Files, ...argv: string[]): Promise<string> {
  const { createHash } = await import('node:crypto');
  const cache = await cacheOf(files, ...argv);
  return cache.replace(/^([\w-]{43}) (\d) [\w-]{16} (.*)$/gm, (_, key: string, age: string, text: string) => {
    const marked = text.replace(/"code":"[\w-]+"/g, '"code":"from-cache"');
    const sum = createHash('sha256').update(key).update(marked).digest('base64url').slice(0, 16);
    return `${key} ${age} ${sum} ${marked}`;
  });
}

describe('the findings are those without a cache, to the byte', () => {
  test.each(
    ['text', 'json', 'sarif', 'github', 'markdown'].flatMap((format) => [
      ['--format', format],
      ['--format', format, '--min-severity', 'info'],
      ['--format', format, '--type', 'scp'],
      ['--format', format, '--fix'],
      ['--format', format, '--fix', '--dry-run'],
    ]),
  )('%s %s %s %s', async (...argv) => {
    const plain = await lint(FILES, 'p', 'p/policy.yaml', ...argv);
    const cold = await lint(FILES, 'p', 'p/policy.yaml', ...argv, '--cache');
    const { [CACHE]: cache = '', ...fixed } = cold.written;
    expect({ ...cold, written: fixed }).toEqual(plain);
    const warm = await lint({ ...FILES, [CACHE]: cache }, 'p', 'p/policy.yaml', ...argv, '--cache');
    expect(warm).toEqual({ ...plain, written: { ...plain.written } });
  });

  test('a run after fixes finds what is left in the cache, too', async () => {
    const { written } = await lint(FILES, 'p', '--fix', '--cache');
    expect(Object.keys(written)).toEqual(['p/policy.json', 'p/same.json', CACHE]);
    const plain = await lint({ ...FILES, ...written }, 'p');
    expect(await lint({ ...FILES, ...written }, 'p', '--cache')).toMatchObject({
      stdout: plain.stdout,
      stderr: plain.stderr,
    });
  });
});

describe('what is kept', () => {
  test('is used for the same text, checked in the same way', async () => {
    const cache = await markedCache(FILES);
    const { stdout } = await lint({ ...FILES, [CACHE]: cache }, 'p', '--cache');
    expect(stdout).toContain('[from-cache]');
    expect(stdout).not.toContain('[invalid-action]');
  });

  const config = (lint: object): string => JSON.stringify({ lint });
  test.each<[string, Files, readonly string[]]>([
    ['a text', { 'p/policy.json': json.replace('Tsak', 'Tsk') }, []],
    ['a type', {}, ['--type', 'scp']],
    ['a type of resource', {}, ['--resource-type', 'AWS::S3::Bucket']],
    ['a severity', {}, ['--min-severity', 'error']],
    [
      'rules',
      { 'policywright.config.json': config({ rules: { 'pass-role-with-star-in-resource': 'off' } }) },
      [],
    ],
    [
      'what is accepted',
      { 'policywright.config.json': config({ ignores: [{ rule: 'missing-version', reason: 'x' }] }) },
      [],
    ],
    ['values of rules', { 'policywright.config.json': config({ settings: { trustQuota: 9 } }) }, []],
    ['how the file came to be read', {}, ['p/policy.json']],
    ['another ending', { 'q/policy.yaml': json }, ['q', '--exclude', 'p']],
  ])('is not used for another: %s', async (_, changed, argv) => {
    const policy = { 'p/policy.json': json };
    const cache = await markedCache(policy);
    const { stdout } = await lint({ ...policy, ...changed, [CACHE]: cache }, 'p', ...argv, '--cache');
    expect(stdout).toContain('[invalid-action]');
    expect(stdout).not.toContain('[from-cache]');
  });

  test('hangs on the day where something accepted expires, else not', async () => {
    const policy = { 'p/policy.json': json };
    const ignores = [{ rule: 'invalid-action', reason: 'x', expires: '2999-01-01' }];
    const rules = { 'policywright.config.json': JSON.stringify({ lint: { ignores } }) };
    const days = new Set<string>();
    const { findingsKey } = await import('./findingsKey.ts');
    for (const now of ['2026-11-30', '2026-12-01'])
      for (const own of [{}, { ignores }])
        days.add(findingsKey({ text: json, form: 'json' }, { now, named: false, ...own }));
    expect(days.size).toBe(3);
    expect((await lint({ ...policy, ...rules }, 'p', '--cache')).stderr).toContain('accepts: 1');
  });

  test('is of one version', async () => {
    const cache = await markedCache(FILES);
    expect(cache.startsWith(`policywright lint cache 1 ${readBuild()}\n`)).toBe(true);
    const other = cache.replace(readBuild(), '0.9.0');
    const { stdout, stderr, written } = await lint({ ...FILES, [CACHE]: other }, 'p', '--cache');
    expect(stdout).not.toContain('[from-cache]');
    expect(stderr).not.toContain('the cache');
    expect(written[CACHE]).toContain(readBuild());
  });

  test('is not written again where nothing changed, and goes when ten runs have not used it', async () => {
    let files: Files = { ...FILES, [CACHE]: await cacheOf(FILES) };
    expect((await lint(files, 'p', '--cache')).written).toEqual({});
    const count = (text: string): number => text.split('\n').length - 3;
    const all = count(files[CACHE] ?? '');
    const counts: number[] = [];
    for (let run = 0; run < 10; run += 1) {
      const { written } = await lint(files, 'p/policy.yaml', '--cache');
      files = { ...files, ...written };
      counts.push(count(files[CACHE] ?? ''));
    }
    // Named, the file is another entry.
    expect(counts).toEqual([...Array.from({ length: 9 }, () => all + 1), 1]);
  });
});

describe('a file', () => {
  const plain = lint(FILES, 'p');
  test.each<[string, (cache: string) => string]>([
    ['cut off', (cache) => cache.slice(0, cache.length >> 1)],
    ['cut off between lines', (cache) => cache.slice(0, cache.lastIndexOf('\nend') + 1)],
    ['with another finding', (cache) => cache.replace('invalid-action', 'no-rule')],
    ['with another key', (cache) => cache.replace(/^[\w-]{43}/m, (key) => [...key].toReversed().join(''))],
    ['with a line less', (cache) => cache.replace(/^.*invalid-action.*\n/m, '')],
    ['with more behind its end', (cache) => `${cache}more`],
    ['of zeros', (cache) => `${cache.slice(0, 200)}${'\0'.repeat(5000)}`],
  ])('that is broken is told, not used, and written anew: %s', async (_, change) => {
    const cache = await cacheOf(FILES);
    const { stdout, stderr, written } = await lint({ ...FILES, [CACHE]: change(cache) }, 'p', '--cache');
    expect(stderr).toMatch(
      /^the cache `\.policywrightcache` is broken at line \d+: it is not used, and written anew\n/,
    );
    expect(stdout).toBe((await plain).stdout);
    expect(written[CACHE]).toBe(cache);
  });

  test('of somebody else is told and left alone', async () => {
    const { stdout, stderr, written } = await lint(FILES, 'p', '--cache-location', 'p/policy.json');
    expect(stderr).toContain(
      'the cache `p/policy.json` is none of `policywright lint`: it is left as it is, and no findings are kept\n',
    );
    expect({ stdout, written }).toEqual({ stdout: (await plain).stdout, written: {} });
  });

  test('that is empty is written to', async () => {
    const { stderr, written } = await lint({ ...FILES, tmp: '' }, 'p', '--cache-location', 'tmp');
    expect(stderr).not.toContain('the cache');
    expect(Object.keys(written)).toEqual(['tmp']);
  });

  test('that cannot be written is told, and changes no exit code', async () => {
    const outcome = await runInMemory(['lint', 'p', '--cache'], { files: FILES, readOnly: true });
    expect(outcome.stderr).toContain(
      'the cache `.policywrightcache` cannot be written: the file system is read-only\n',
    );
    expect(outcome).toMatchObject({ stdout: (await plain).stdout, exitCode: (await plain).exitCode });
  });
});

test('where an embedder keeps no files from run to run, it is told and the findings are the same', async () => {
  const withoutFiles = async (...argv: string[]): Promise<readonly [stdout: string, stderr: string]> => {
    let [stdout, stderr] = ['', ''];
    await run(argv, {
      stdout: { write: (text) => void (stdout += text), isTTY: false },
      stderr: { write: (text) => void (stderr += text), isTTY: false },
      readStdin: async () => new TextEncoder().encode(json),
      files: {
        stat: async (path) => {
          if (path.endsWith('policy.json')) return { kind: 'file', size: json.length };
          throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
        },
        read: async () => new TextEncoder().encode(json),
        list: async () => [],
        write: async () => undefined,
      },
      cwd: '/project',
      env: {},
    });
    return [stdout, stderr];
  };
  const [plain] = await withoutFiles('lint', 'policy.json');
  const [stdout, stderr] = await withoutFiles('lint', 'policy.json', '--cache');
  expect(stdout).toBe(plain);
  expect(stdout).not.toBe('');
  expect(stderr).toContain(
    'the cache `.policywrightcache` is not used: nothing is kept here from one run to the next',
  );
});
