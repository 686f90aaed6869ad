import { expect, test } from 'vitest';
import { mustRun, runProgram } from './runProgram.ts';

const cwd = import.meta.dirname;
const program = (text: string): readonly [string, readonly string[]] => [process.execPath, ['-e', text]];

test('a program that ends with 0 is well, and both its streams are kept', async () => {
  const ending = await runProgram(...program('console.log(1); console.error(2)'), { cwd });
  expect(ending.ok).toBe(true);
  expect(ending.stdout).toBe('1\n');
  expect(ending.output.split('\n').sort()).toEqual(['', '1', '2']);
});

test('a program that ends with another code, and one that is not there, are not', async () => {
  const ending = await runProgram(...program('process.exit(2)'), { cwd });
  expect(ending).toMatchObject({ ok: false, exitCode: 2 });
  const missing = await runProgram('no-program-is-called-so', [], { cwd });
  expect(missing).toMatchObject({ ok: false, exitCode: undefined });
  await expect(mustRun(...program('console.error("why"); process.exit(1)'), { cwd })).rejects.toThrow('why');
});

test('what pnpm sets for scripts of this workspace is kept from it, what is asked for is there', async () => {
  const text =
    'console.log(Object.keys(process.env).filter((name) => /^npm_|^NODE_PATH|^WANTED/i.test(name)).join())';
  expect(await mustRun(...program(text), { cwd, env: { WANTED: '1' } })).toBe('WANTED\n');
});
