import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runInMemory } from '../_testing/runInMemory.ts';

const scriptOf = async (shell: string): Promise<string> => {
  const { exitCode, stdout } = await runInMemory(['completion', shell]);
  expect(exitCode).toBe(0);
  return stdout;
};

/** Whether this machine has a shell. */
const has = (shell: string): boolean => spawnSync(shell, ['-c', 'true']).status === 0;

describe.skipIf(!has('bash'))('bash', () => {
  /** What bash offers after a line, whose last word is being written. */
  const offered = async (...words: readonly string[]): Promise<readonly string[]> => {
    const script = `${await scriptOf('bash')}
COMP_WORDS=(policywright ${words.map((word) => `'${word}'`).join(' ')})
COMP_CWORD=${words.length}
_policywright
printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout, stderr, status } = spawnSync('bash', ['-c', script], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    return stdout.split('\n').filter((word) => word !== '');
  };

  test('commands follow the program, and groups', async () => {
    expect(await offered('li')).toEqual(['lint']);
    expect(await offered('')).toEqual(expect.arrayContaining(['lint', 'can', 'completion', '--help']));
    expect(await offered('catalog', 'act')).toEqual(['actions', 'action']);
  });

  test('options follow a command, whatever stands before', async () => {
    expect(await offered('lint', 'policies', '--min')).toEqual(['--min-severity']);
    expect(await offered('lint', '--no')).toEqual(['--no-color']);
  });

  test('values follow an option that has some; after others come files', async () => {
    expect(await offered('lint', '--min-severity', '')).toEqual(['error', 'warning', 'suggestion', 'info']);
    expect(await offered('lint', '--min-severity', 'wa')).toEqual(['warning']);
    expect(await offered('lint', '--config', '')).toEqual([]);
  });

  test('arguments that can only be some words', async () => {
    expect(await offered('completion', 'f')).toEqual(['fish']);
  });
});

test('zsh is told what each word means', async () => {
  const script = await scriptOf('zsh');
  expect(script).toMatch(/^#compdef policywright\n/);
  expect(script).toContain("'lint:check policy documents, also those inside templates and answers'");
  expect(script).toContain("'lint:--min-severity') compadd -- error warning suggestion info; return ;;");
});

test('fish is told what each word means', async () => {
  const script = await scriptOf('fish');
  expect(script).toContain(
    "complete -c policywright -n '__policywright_next' -f -a lint -d 'check policy documents, also those inside templates and answers'",
  );
  expect(script).toContain(
    "complete -c policywright -n '__policywright_at lint' -l min-severity -x -a 'error warning suggestion info' -d ",
  );
  expect(script).toContain("-n '__policywright_at lint' -l quiet -s q -d ");
});

describe.each(['zsh', 'fish'])('%s', (shell) => {
  test.skipIf(!has(shell))('takes the script for one of its own', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'completion-'));
    const file = join(folder, 'policywright');
    writeFileSync(file, await scriptOf(shell));
    const { stderr, status } = spawnSync(shell, ['-n', file], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    expect([status, stderr]).toEqual([0, '']);
  });
});

test('another shell is none of them', async () => {
  const { exitCode, stderr } = await runInMemory(['completion', 'fsih']);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('error: `fsih` is none of bash, zsh, fish\n  help: did you mean `fish`');
});
