import { RULES } from '@policywright/lint';
import { expect, test } from 'vitest';
import { runInMemory } from '../../_testing/runInMemory.ts';

test('--rules lists every rule with its group, severity and aliases, and counts', async () => {
  const { exitCode, stdout, stderr } = await runInMemory(['lint', '--rules']);
  expect(exitCode).toBe(0);
  expect(stdout.trimEnd().split('\n')).toHaveLength(RULES.length);
  expect(stdout).toContain('invalid-action\tunknown\terror\tINVALID_ACTION\tUNKNOWN_ACTION\n');
  expect(stdout).toMatch(/^deny-notaction-review\tstyle\toff \(/m);
  expect(stderr).toContain(`${RULES.length} rules`);
  expect(stderr).toContain('IAM Access Analyzer 152 of 152, parliament 29 of 30');
});

test('--rules as JSON', async () => {
  const { stdout } = await runInMemory(['lint', '--rules', '--format', 'json']);
  const rows = JSON.parse(stdout) as readonly object[];
  expect(rows).toHaveLength(RULES.length);
  expect(rows).toContainEqual(
    expect.objectContaining({
      id: 'missing-version',
      aliases: { accessAnalyzer: 'MISSING_VERSION', parliament: 'NO_VERSION' },
    }),
  );
});

test('neither a path nor --rules is wrong usage, and so is a form that the list has not', async () => {
  expect(await runInMemory(['lint'])).toMatchObject({ exitCode: 2, stdout: '' });
  expect(await runInMemory(['lint', '--rules', '--format', 'sarif'])).toMatchObject({
    exitCode: 2,
    stdout: '',
  });
});
