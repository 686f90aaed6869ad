import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runInMemory, type Outcome } from '../../_testing/runInMemory.ts';
import { nodeFiles } from '../../io/nodeIo.ts';
import { run } from '../../run.ts';

const BROKEN = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'ecs:StopTsak', Resource: '*', Sid: '' }],
});
const OFF = { rules: { 'invalid-action': 'off' } };

/** Lints with a configuration in the current folder. */
function lintWith(config: unknown, ...argv: string[]): Promise<Outcome> {
  const text = typeof config === 'string' ? config : JSON.stringify(config, undefined, 2);
  return runInMemory(['lint', 'a.json', '--format', 'json', ...argv], {
    files: {
      'a.json': BROKEN,
      'policywright.config.json': text,
      'other.json': JSON.stringify({ rules: { 'empty-sid-value': 'off' } }),
    },
  });
}

const codes = ({ stdout }: Outcome): readonly string[] =>
  (JSON.parse(stdout) as readonly { readonly code: string }[]).map(({ code }) => code);

describe('policywright.config.json of the current folder', () => {
  test('gives rules a severity, accepts findings, and says what counts', async () => {
    expect(codes(await lintWith({ lint: OFF }))).toEqual(['empty-sid-value']);
    expect(codes(await lintWith({ lint: { minimumSeverity: 'error' } }))).toEqual(['invalid-action']);
    const ignores = [{ rule: 'invalid-action', reason: 'comes with the next release' }];
    const accepted = await lintWith({ lint: { ignores, minimumSeverity: 'suggestion' } });
    expect(accepted.exitCode).toBe(1);
    expect(accepted.stderr).toContain('findings that the configuration accepts: 1');
  });

  test('options go before it', async () => {
    const outcome = await lintWith({ lint: { minimumSeverity: 'error' } }, '--min-severity', 'suggestion');
    expect(codes(outcome)).toContain('empty-sid-value');
    expect(codes(await lintWith({ lint: OFF }, '--config', 'other.json'))).toEqual(['invalid-action']);
  });

  test('without an entry `lint` says nothing, and what is wrong for other commands is not told', async () => {
    expect(codes(await lintWith({ generate: { services: 7 }, $schema: 'x' }))).toHaveLength(2);
    expect(codes(await lintWith({}))).toHaveLength(2);
  });

  test('every mistake is shown with its line and the closest name', async () => {
    const config = {
      lnit: {},
      lint: {
        rules: { 'invalid-acton': 'off', 'invalid-action': 'eror' },
        minimumSeverity: 'warn',
        ignore: [],
        ignores: [{ rule: 'empty-sid-vale', reason: 'x' }, { rule: 'invalid-action' }, 7],
        settings: { scpQuota: 'many', sensitiveResource: [] },
      },
    };
    const { exitCode, stdout, stderr } = await lintWith(config);
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    for (const words of [
      'policywright.config.json:2:3',
      'did you mean `lint`?',
      'did you mean `invalid-action`?',
      'did you mean `error`?',
      'did you mean `warning`?',
      'policywright.config.json:8:24',
      'did you mean `ignores`?',
      'did you mean `empty-sid-value`?',
      'the member `reason` is missing',
      'an entry is `7`, expected an object',
      '`scpQuota` is `"many"`, expected a positive number',
      'did you mean `sensitiveResources`?',
    ])
      expect(stderr).toContain(words);
  });

  test.each([
    [[], 'expected an object such as'],
    [{ lint: [] }, '`lint` is an array, expected an object'],
    [{ lint: { baseline: '' } }, '`baseline` is `""`'],
    [{ lint: { ignores: [{ rule: 'invalid-action', reason: 'x', expires: 'soon' }] } }, 'found `soon`'],
  ])('%j is wrong usage', async (config, words) => {
    const { exitCode, stderr } = await lintWith(config);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(words);
  });

  test('beside another configuration file is ambiguous', async () => {
    const files = { 'a.json': BROKEN, 'policywright.config.json': '{}', 'policywright.config.mjs': '' };
    const { exitCode, stderr } = await runInMemory(['lint', 'a.json'], { files });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('there are several configuration files');
  });

  test('is no document of its folder', async () => {
    const files = { 'a.json': BROKEN, 'policywright.config.json': '{}' };
    expect((await runInMemory(['lint', '.'], { files })).stderr).toBe('');
  });
});

describe('configuration on disk', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'policywright-lint-'));
    writeFileSync(join(folder, 'a.json'), BROKEN);
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  async function lintBeside(name: string, text: string): Promise<Outcome> {
    writeFileSync(join(folder, name), text);
    const printed = { stdout: '', stderr: '' };
    const exitCode = await run(['lint', 'a.json', '--format', 'json'], {
      stdout: { write: (part) => void (printed.stdout += part), isTTY: false },
      stderr: { write: (part) => void (printed.stderr += part), isTTY: false },
      readStdin: async () => new Uint8Array(),
      files: nodeFiles,
      cwd: folder,
      env: {},
    });
    return { exitCode, ...printed, written: {} };
  }

  const module = `export default { lint: ${JSON.stringify(OFF)} };`;
  test.each([
    ['policywright.config.mjs', module],
    [
      'policywright.config.ts',
      `const off: string = 'off'; export default { lint: { rules: { 'invalid-action': off } } };`,
    ],
    ['policywright.config.json', `{ // with a comment\n"lint": ${JSON.stringify(OFF)}, }`],
  ])('%s', async (name, text) => {
    expect(codes(await lintBeside(name, text))).toEqual(['empty-sid-value']);
  });

  test.each([
    ['policywright.config.mjs', 'export default { lnit: {} };', 'did you mean `lint`?'],
    [
      'policywright.config.mjs',
      `export default { lint: { rules: { 'invalid-acton': 'off' } } };`,
      'did you mean `invalid-action`?',
    ],
    ['policywright.config.mjs', 'export const x = 1;', 'it has no default export'],
    ['policywright.config.json', '{ "lint": oops }', 'config-syntax-error'],
  ])('%s with %s is wrong usage', async (name, text, words) => {
    const { exitCode, stderr } = await lintBeside(name, text);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(words);
  });
});
