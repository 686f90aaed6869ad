import { describe, expect, test } from 'vitest';
import { runInMemory } from '../_testing/runInMemory.ts';
import { ALLOWED, DENIED, fileOf, UNDECIDED } from '../_testing/scenarioText.ts';

const WRONG = { ...ALLOWED, id: 'wrong', expected: 'ExplicitDeny' };
const UNKNOWN_OPERATOR = {
  ...ALLOWED,
  id: 'unknown-operator',
  policies: {
    identity: [
      {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Action: '*',
            Resource: '*',
            Condition: { StringEqual: { 'aws:username': 'a' } },
          },
        ],
      },
    ],
  },
};

describe('the JSON report', () => {
  test('is the contract and nothing else', async () => {
    const files = { 's/a.json': fileOf(ALLOWED, WRONG), 's/b.json': fileOf(DENIED) };
    const { exitCode, stdout, stderr } = await runInMemory(['test', 's', '--format', 'json'], { files });
    expect(exitCode).toBe(1);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({
      total: 3,
      passed: 2,
      failed: 1,
      results: [
        { file: 's/a.json', id: 'runs-task', passed: true, expected: 'Allow', actual: 'Allow' },
        { file: 's/a.json', id: 'wrong', passed: false, expected: 'ExplicitDeny', actual: 'Allow' },
        {
          file: 's/b.json',
          id: 'stops-task',
          passed: true,
          expected: 'ImplicitDeny',
          actual: 'ImplicitDeny',
        },
      ],
    });
  });

  test('S23: a scenario that cannot be read is a failure with its error; the others run', async () => {
    const stdin = fileOf(UNKNOWN_OPERATOR, ALLOWED);
    const { exitCode, stdout, stderr } = await runInMemory(['test', '-', '--format', 'json'], { stdin });
    expect(exitCode).toBe(2);
    const [bad, good] = JSON.parse(stdout).results;
    expect(bad).toMatchObject({
      file: '-',
      id: 'unknown-operator',
      passed: false,
      expected: 'Allow',
      actual: null,
    });
    expect(bad.error).toContain('`StringEqual`');
    expect(good).toMatchObject({ id: 'runs-task', passed: true });
    expect(stderr).toMatch(/<stdin>:\d+:\d+/);
    expect(stderr).toContain('help:');
  });

  test('a file that cannot be read is one failure without an id', async () => {
    const files = { 'good.json': fileOf(ALLOWED) };
    const { exitCode, stdout } = await runInMemory(
      ['test', 'missing.json', 'good.json', '--format', 'json'],
      { files },
    );
    expect(exitCode).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({
      total: 2,
      passed: 1,
      failed: 1,
      results: [
        { file: 'missing.json', id: '', passed: false, expected: null, actual: null },
        { file: 'good.json', passed: true },
      ],
    });
  });
});

describe('the text report', () => {
  test('of a run in which all passed is one line', async () => {
    const { exitCode, stdout } = await runInMemory(['test', '-'], { stdin: fileOf(ALLOWED, DENIED) });
    expect(exitCode).toBe(0);
    expect(stdout).toBe('✓ 2 passed, 0 failed, 2 total\n');
  });

  test('gives for each failure what was expected, why it came otherwise, and how to see the trace', async () => {
    const files = { 'it is.json': fileOf(ALLOWED, WRONG) };
    const { exitCode, stdout } = await runInMemory(['test', 'it is.json'], { files });
    expect(exitCode).toBe(1);
    expect(stdout).toContain(
      '✗ FAIL it is.json wrong\n    Alice runs a task\n    expected ExplicitDeny, got Allow\n',
    );
    expect(stdout).toContain("policywright evaluate 'it is.json' --id wrong\n");
    expect(stdout).toContain('✗ 1 passed, 1 failed, 2 total\n');
  });
});

test('the JUnit report is XML with a suite for each file', async () => {
  const { exitCode, stdout } = await runInMemory(['test', '-', '--format', 'junit'], {
    stdin: fileOf(WRONG),
  });
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/^<\?xml /);
  expect(stdout).toContain('<testcase name="wrong"');
  expect(stdout).toContain('<failure ');
});

describe('paths', () => {
  const text = fileOf(ALLOWED);
  const files = {
    's/b.json': text,
    's/a.json': text,
    's/deep/er/c.json': text,
    's/notes.txt': 'no scenario',
    's/node_modules/x.json': 'no scenario',
    's/.hidden/x.json': 'no scenario',
    'empty/readme.md': '',
  };
  const filesOf = async (...paths: string[]): Promise<string[]> => {
    const { stdout } = await runInMemory(['test', ...paths, '--format', 'json'], { files });
    return JSON.parse(stdout).results.map((result: { file: string }) => result.file);
  };

  test('a folder stands for its *.json files and those below, in order', async () => {
    expect(await filesOf('s')).toEqual(['s/a.json', 's/b.json', 's/deep/er/c.json']);
  });

  test('a file that is named twice runs once', async () => {
    expect(await filesOf('s/b.json', './s')).toEqual(['s/b.json', 's/a.json', 's/deep/er/c.json']);
  });

  test('a folder without scenario files is an error', async () => {
    const { exitCode, stderr } = await runInMemory(['test', 'empty'], { files });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('there are no *.scenario.json, *.scenario.yaml, *.json files in this folder');
    expect(stderr).toContain('--> empty');
  });
});

describe('what must not go unseen', () => {
  test('a run without anything to test does not pass', async () => {
    const { expected: _, ...question } = ALLOWED;
    const { exitCode, stdout, stderr } = await runInMemory(['test', '-', '--format', 'json'], {
      stdin: fileOf(question),
    });
    expect(exitCode).toBe(2);
    expect(JSON.parse(stdout)).toEqual({ total: 0, passed: 0, failed: 0, results: [] });
    expect(stderr).toContain('nothing to test');
  });

  test('a misspelt member of a scenario is shown', async () => {
    const { stderr } = await runInMemory(['test', '-'], { stdin: fileOf({ ...ALLOWED, expcted: 'Allow' }) });
    expect(stderr).toContain('expcted');
  });

  test('S68: warnings about policies are counted, and shown on request', async () => {
    const policies = {
      identity: [
        { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'ecs:RunTask ', Resource: '*' }] },
      ],
    };
    const stdin = fileOf({ ...ALLOWED, policies, expected: 'ImplicitDeny' });
    const brief = await runInMemory(['test', '-'], { stdin });
    expect(brief.exitCode).toBe(0);
    expect(brief.stderr).toBe('1 warnings about policies; --warnings shows them\n\n');
    const full = await runInMemory(['test', '-', '--warnings'], { stdin });
    expect(full.stderr).toContain('warning[action-whitespace]');
  });
});

test('--derive gives the contexts the keys of the requests, and the hint says so', async () => {
  const Condition = { StringEquals: { 'aws:username': 'alice' } };
  const Statement = [{ Effect: 'Allow', Action: '*', Resource: '*', Condition }];
  const policies = { identity: [{ Version: '2012-10-17', Statement }] };
  const stdin = fileOf({ ...ALLOWED, policies });
  expect((await runInMemory(['test', '-'], { stdin })).exitCode).toBe(1);
  expect((await runInMemory(['test', '-', '--derive'], { stdin })).exitCode).toBe(0);
  const failing = fileOf({ ...ALLOWED, policies, expected: 'ImplicitDeny' });
  const { stdout } = await runInMemory(['test', '-', '--derive'], { stdin: failing });
  expect(stdout).toContain('policywright evaluate FILE --id runs-task --derive');
});

describe('test --warnings', () => {
  const MALFORMED = {
    ...ALLOWED,
    id: 'malformed',
    context: { 'aws:CurrentTime': '2026-11-29T12:00:00Z' },
    policies: {
      identity: [
        {
          Version: '2012-10-17',
          Statement: [
            { Effect: 'Allow', Action: '*', Resource: '*' },
            {
              Sid: 'Freeze',
              Effect: 'Deny',
              Action: '*',
              Resource: '*',
              Condition: { DateGreaterThan: { 'aws:CurrentTime': '2025-01-01T10:00:00' } },
            },
          ],
        },
      ],
    },
    expected: 'ExplicitDeny',
  };
  const CERTAIN = {
    ...MALFORMED,
    id: 'certain',
    policies: {
      identity: [
        ...MALFORMED.policies.identity,
        { Version: '2012-10-17', Statement: { Effect: 'Deny', Action: '*', Resource: '*' } },
      ],
    },
  };

  test('S74, S98: names what the outcome hangs on, and why, also where the scenario passes', async () => {
    const stdin = fileOf(MALFORMED, { ...UNDECIDED, expected: 'ImplicitDeny' }, CERTAIN, ALLOWED, DENIED);
    const { exitCode, stdout } = await runInMemory(['test', '-', '--warnings'], { stdin });
    expect(exitCode).toBe(0);
    expect(stdout.split('\n')).toEqual([
      '! UNDECIDED - malformed ExplicitDeny',
      '    hangs on "Freeze" /identity/0/Statement/1, where `DateGreaterThan` on `aws:CurrentTime` cannot be decided',
      '    `aws:CurrentTime` must be after `2025-01-01T10:00:00`; the request has `2026-11-29T12:00:00Z` (no value matches, and one of the policy has a form that the operator does not know)',
      '',
      '! UNDECIDED - ambiguous ImplicitDeny',
      '    hangs on /identity/0/Statement/0, where `StringEquals` on `aws:ResourceTag/team` cannot be decided',
      '    `aws:ResourceTag/team` must be `blue`; the request has none that can be read (the request has two such keys that differ in case and in value)',
      '',
      '✓ 5 passed, 0 failed, 5 total',
      '',
    ]);
  });

  test('is in the JSON report, beside the members that it has anyway', async () => {
    const stdin = fileOf(MALFORMED, ALLOWED);
    const plain = JSON.parse((await runInMemory(['test', '-', '--format', 'json'], { stdin })).stdout);
    const argv = ['test', '-', '--warnings', '--format', 'json'];
    const { warnings, ...others } = JSON.parse((await runInMemory(argv, { stdin })).stdout);
    expect(others).toEqual(plain);
    expect(warnings).toEqual([
      {
        file: '-',
        id: 'malformed',
        decision: 'ExplicitDeny',
        statement: '/identity/0/Statement/1',
        sid: 'Freeze',
        pointer: '/Statement/1/Condition/DateGreaterThan/aws:CurrentTime',
        operator: 'DateGreaterThan',
        key: 'aws:CurrentTime',
        policyValues: ['2025-01-01T10:00:00'],
        requestValues: ['2026-11-29T12:00:00Z'],
        reason: 'malformed-policy-value',
        message: expect.stringContaining('form that the operator does not know'),
        text: expect.stringMatching(
          /^`aws:CurrentTime` must be after `2025-01-01T10:00:00`; the request has /,
        ),
      },
    ]);
  });

  test('escapes what might steer the terminal', async () => {
    const Condition = { NumericEquals: { 'k\u001b[2J': '\u001b[2J' } };
    const Statement = { Sid: 'A\u001b[2J', Effect: 'Deny', Action: '*', Resource: '*', Condition };
    const policies = { identity: [{ Version: '2012-10-17', Statement }] };
    const context = { 'k\u001b[2J': '\n✓ 9 passed' };
    const stdin = fileOf({ ...MALFORMED, id: 'x\u001b[2J', policies, context });
    const { stdout } = await runInMemory(['test', '-', '--warnings'], { stdin });
    expect(stdout).toContain('! UNDECIDED');
    expect(stdout).not.toContain('\u001b');
    expect(stdout).not.toMatch(/^✓ 9/m);
  });
});
