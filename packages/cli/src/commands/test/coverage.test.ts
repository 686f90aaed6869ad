import { describe, expect, test } from 'vitest';
import { runInMemory } from '../../_testing/runInMemory.ts';
import { ALLOWED, DENIED, fileOf } from '../../_testing/scenarioText.ts';

const GUARDED = {
  ...ALLOWED,
  policies: {
    identity: [
      {
        Version: '2012-10-17',
        Statement: [
          { Sid: 'Run', Effect: 'Allow', Action: 'ecs:RunTask', Resource: '*' },
          { Sid: 'Guard', Effect: 'Deny', Action: 'ecs:Delete*', Resource: '*' },
        ],
      },
    ],
  },
};
const files = { 'a.json': fileOf(GUARDED), 'b.json': fileOf({ ...GUARDED, id: 'again' }) };

describe('test --coverage', () => {
  test('prints a row for each document, and what is not covered with its place', async () => {
    const { exitCode, stdout } = await runInMemory(['test', '.', '--coverage'], { files });
    expect(exitCode).toBe(0);
    expect(stdout).toBe(
      [
        '✓ 2 passed, 0 failed, 2 total',
        '',
        'a.json:10:7\t2\t1/2\t1/2\t1/2\t0/0\t50 %',
        '',
        'a.json:19:11 statement `Guard` applies in no scenario',
        'a.json:22:23 `Action` entry `ecs:Delete*` matches no scenario',
        'a.json:23:25 `Resource` entry `*` matches no scenario',
        '',
        '! coverage 50 %: 3 of 6 parts',
        '',
      ].join('\n'),
    );
  });

  test('on a terminal has headings', async () => {
    const { stdout } = await runInMemory(['test', 'a.json', '--coverage'], {
      files,
      isTTY: true,
      env: { NO_COLOR: '1' },
    });
    expect(stdout).toMatch(
      /\nDOCUMENT +SCENARIOS +STATEMENTS +ACTIONS +RESOURCES +CONDITIONS +COVERED\na\.json:10:7 /,
    );
  });

  test('is in the JSON report', async () => {
    const { stdout } = await runInMemory(['test', '.', '--coverage', '--format', 'json'], { files });
    expect(JSON.parse(stdout)).toMatchObject({
      passed: 2,
      coverage: {
        total: 6,
        documents: [{ file: 'a.json', line: 10, uncovered: [{ part: 'statement', line: 19 }, {}, {}] }],
      },
    });
  });

  test('without it, neither the report nor the text mentions it', async () => {
    const { stdout } = await runInMemory(['test', '.', '--format', 'json'], { files });
    expect(Object.keys(JSON.parse(stdout))).toEqual(['total', 'passed', 'failed', 'results']);
  });
});

describe('test --coverage-threshold', () => {
  test.each([
    ['50', 0],
    ['49.9%', 0],
    ['50.1', 1],
  ])('%s ends with %i', async (threshold, code) => {
    const { exitCode, stdout } = await runInMemory(['test', '.', '--coverage-threshold', threshold], {
      files,
    });
    expect(exitCode).toBe(code);
    expect(stdout).toContain('coverage 50 %');
  });

  test('says what is missing on standard error, whatever the format', async () => {
    const argv = ['test', '.', '--coverage-threshold', '80', '--format', 'junit'];
    const { exitCode, stdout, stderr } = await runInMemory(argv, { files });
    expect(exitCode).toBe(1);
    expect(stdout).not.toContain('coverage');
    expect(stderr).toBe('error: coverage: 50.0 % is below the threshold of 80 %\n');
  });

  test('does not hide that something could not be read', async () => {
    const world = { files: { ...files, 'bad.json': '{' } };
    expect((await runInMemory(['test', '.', '--coverage-threshold', '99'], world)).exitCode).toBe(2);
  });

  test.each(['101', '-1', 'high', ''])('`%s` is refused', async (threshold) => {
    const { exitCode, stderr } = await runInMemory(['test', '.', `--coverage-threshold=${threshold}`], {
      files,
    });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('give a percentage from 0 to 100');
  });
});

describe('test --mutate', () => {
  const world = { files: { 'a.json': fileOf(GUARDED, { ...DENIED, policies: GUARDED.policies }) } };

  test('prints each mistake that nobody notices as a change, and the score', async () => {
    const { exitCode, stdout } = await runInMemory(['test', 'a.json', '--mutate'], world);
    expect(exitCode).toBe(0);
    expect(stdout).toBe(
      [
        '✓ 2 passed, 0 failed, 2 total',
        '',
        'a.json:20:13 drop statement: none of 2 scenarios notices',
        '    - { "Sid": "Guard", "Effect": "Deny", "Action": "ecs:Delete*" }',
        '',
        // RunTask is the only action that begins so.
        '! mutants 66 %: 2 of 3 caught; 2 more would change nothing',
        '',
      ].join('\n'),
    );
  });

  test('puts the ways to widen one action together, those that the catalog tells apart', async () => {
    const Statement = [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }];
    const policies = { identity: [{ Version: '2012-10-17', Statement }] };
    const stdin = fileOf({ ...ALLOWED, action: 's3:GetObject', resource: 'arn:aws:s3:::b/k', policies });
    const { stdout } = await runInMemory(['test', '-', '--mutate'], { stdin });
    expect(stdout).toContain(
      [
        '<stdin>:15:23 widen action: the only scenario does not notice',
        '    - "Action": "s3:GetObject"',
        '    + "Action": "s3:GetObject*"',
        '    + "Action": "s3:Get*"',
        '    + "Action": "s3:*"',
      ].join('\n'),
    );
  });

  test('is in the JSON report', async () => {
    const { stdout } = await runInMemory(['test', 'a.json', '--mutate', '--format', 'json'], world);
    expect(JSON.parse(stdout).mutation).toMatchObject({
      total: 3,
      caught: 2,
      survivors: [{ kind: 'drop-statement', file: 'a.json', line: 20, after: null, scenarios: 2 }],
    });
  });

  test.each([
    ['66', 0],
    ['67', 1],
  ])('--mutate-threshold %s ends with %i', async (threshold, code) => {
    const { exitCode, stderr } = await runInMemory(
      ['test', 'a.json', '--mutate-threshold', threshold],
      world,
    );
    expect(exitCode).toBe(code);
    if (code === 1) expect(stderr).toBe('error: mutants: 66.6 % is below the threshold of 67 %\n');
  });

  test('escapes what might steer the terminal', async () => {
    const policies = {
      identity: [
        {
          Version: '2012-10-17',
          Statement: [{ Sid: '\u001b[2J', Effect: 'Deny', Action: 'x:Y', Resource: '*' }],
        },
      ],
    };
    const denied = fileOf({ ...DENIED, policies });
    const { stdout } = await runInMemory(['test', '-', '--mutate', '--coverage'], { stdin: denied });
    expect(stdout).toContain('drop statement');
    expect(stdout).not.toContain('\u001b');
  });
});
