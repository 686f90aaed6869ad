import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Io } from '../../../io/io.ts';
import { nodeIo } from '../../../io/nodeIo.ts';
import { runGit } from '../../../io/runGit.ts';
import { run } from '../../../run.ts';

let cwd = '';
const git = (...args: readonly string[]): Buffer =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd });
const policy = (action: string): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }] });

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'policywright-git-'));
  git('init', '--quiet', '--initial-branch=main');
  mkdirSync(join(cwd, 'policies/deep'), { recursive: true });
  writeFileSync(join(cwd, 'policies/deep/a.json'), policy('s3:GetObject'));
  writeFileSync(join(cwd, 'policies/b c.json'), policy('s3:GetObject'));
  git('add', '.');
  git('commit', '--quiet', '--message', 'First');
  writeFileSync(join(cwd, 'policies/deep/a.json'), policy('s3:*Object'));
});
afterAll(() => rmSync(cwd, { recursive: true }));

async function inRepository(argv: readonly string[], folder = '.'): Promise<{ code: number; text: string }> {
  let text = '';
  const output = { isTTY: false, write: (part: string) => void (text += part) };
  const own = join(cwd, folder);
  const io: Io = {
    ...nodeIo(),
    stdout: output,
    stderr: output,
    cwd: own,
    git: (args, most) => runGit(['-C', own, ...args], most),
  };
  return { code: await run(argv, io), text };
}

describe('a side may be a path in a commit', () => {
  test('git:REV is the path of the other side, folders with all below them', async () => {
    const { code, text } = await inRepository(['diff', 'git:main', 'policies']);
    expect(text).toContain('newly allowed: policies/deep/a.json, statement 1 (line 1)\n');
    expect(text).toContain('2 policies compared');
    expect(code).toBe(1);
  });

  test('paths start from the current folder', async () => {
    for (const argv of [
      ['diff', 'git:HEAD:a.json', 'a.json'],
      ['diff', 'git:HEAD:../deep/a.json', 'a.json'],
    ])
      expect((await inRepository(argv, 'policies/deep')).code).toBe(1);
  });

  test('the new side may be the commit', async () => {
    expect((await inRepository(['diff', 'policies', 'git:main'])).code).toBe(0);
    expect((await inRepository(['diff', 'git:main', 'git:main'])).code).toBe(0);
  });

  test('a file that the commit has not is new as OLD, and a mistake as NEW', async () => {
    writeFileSync(join(cwd, 'new.json'), policy('s3:GetObject'));
    const added = await inRepository(['diff', 'git:main', 'new.json']);
    expect(added.text).toContain('`git:main` has no such file: all of it is new\n');
    expect(added.code).toBe(1);
    const gone = await inRepository(['diff', 'new.json', 'git:main']);
    expect(gone.text).toContain('there is no file with policies in `git:main`');
    expect(gone.code).toBe(2);
  });

  test.each(['git:nowhere', 'git:-x:a.json', 'git::a.json', 'git:main;ls'])(
    '%s is wrong usage',
    async (side) => {
      expect((await inRepository(['diff', side, 'policies'])).code).toBe(2);
    },
  );
});
