import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nodeFiles } from '../../io/nodeIo.ts';
import { run } from '../../run.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policywright-generate-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

interface Report {
  readonly exitCode: number;
  readonly written: readonly string[];
  readonly diagnostics: readonly Readonly<Record<string, unknown>>[];
}

/** Generates by a configuration of the current folder; nothing else may be left in it. */
async function generateBy(name: string, text: string, ...argv: string[]): Promise<Report> {
  writeFileSync(join(folder, name), text);
  let stdout = '';
  const exitCode = await run(['generate', '--format', 'json', ...argv], {
    stdout: { write: (part) => void (stdout += part), isTTY: false },
    stderr: { write: () => undefined, isTTY: false },
    readStdin: async () => new Uint8Array(),
    files: nodeFiles,
    cwd: folder,
    env: {},
  });
  expect(readdirSync(folder).filter((entry) => entry.startsWith('.'))).toEqual([]);
  return { exitCode, ...(JSON.parse(stdout) as Omit<Report, 'exitCode'>) };
}

test.each([
  ['policywright.config.json', '{ "generate": { "services": ["sqs"], "out": "iam" } }'],
  [
    'policywright.config.json',
    '{\n  // chosen by hand\n  "generate": { "services": ["sqs"], "out": "iam", },\n}',
  ],
  ['policywright.config.mjs', 'export default { generate: { services: ["sqs"], out: "iam" } };'],
  ['policywright.config.js', 'export default { generate: { services: ["sqs"], out: "iam" } };'],
  ['policywright.config.ts', 'export default { generate: { services: ["sqs"], out: "iam" } };'],
  [
    'policywright.config.mts',
    'interface C { generate: { services: string[]; out: string } }\nconst c: C = { generate: { services: ["sqs"], out: "iam" } };\nexport default c;',
  ],
])('%s is read: %s', async (name, text) => {
  const { exitCode, written, diagnostics } = await generateBy(name, text);
  expect(diagnostics).toEqual([]);
  expect(exitCode).toBe(0);
  expect(written).toContain('iam/sqs.ts');
});

test('options go before the file', async () => {
  const text = '{ "generate": { "services": ["sqs"], "out": "iam" } }';
  const { written } = await generateBy('policywright.config.json', text, '--services', 'sns');
  expect(written).toContain('iam/sns.ts');
  expect(written).not.toContain('iam/sqs.ts');
});

test('the entry of the linter is for the linter to check', async () => {
  const text =
    '{ "lint": { "rules": { "no-such-rule": 7 } }, "generate": { "services": ["sqs"], "out": "iam" } }';
  expect(await generateBy('policywright.config.json', text)).toMatchObject({ exitCode: 0, diagnostics: [] });
});

test('a wrong key is named with its place and the closest', async () => {
  const { diagnostics } = await generateBy(
    'policywright.config.json',
    '{\n  "generate": { /* of mine */ "service": ["sqs"] }\n}\n',
  );
  expect(diagnostics).toMatchObject([
    {
      code: 'unknown-config-key',
      path: '/generate/service',
      file: 'policywright.config.json',
      range: { start: { line: 2, column: 31 }, end: { line: 2, column: 40 } },
      help: 'did you mean `services`?',
    },
  ]);
});

test.each([
  ['services', '"sqs"', '`services` is `"sqs"`, expected an array'],
  ['services', '["sqs", 7]', 'an entry is `7`, expected a text on one line that is not empty'],
  ['out', '"a\\nb"', '`out` is `"a\\nb"`, expected a text on one line that is not empty'],
  ['index', '1', '`index` is `1`, expected `true` or `false`'],
])('a wrong value of `%s`, %s, is named with its place', async (name, value, message) => {
  const text = `{ "generate": { "${name}": ${value} } }`;
  const { exitCode, diagnostics } = await generateBy('policywright.config.json', text);
  expect(exitCode).toBe(2);
  expect(diagnostics).toMatchObject([
    { code: 'invalid-config-value', message, range: { start: { line: 1 } } },
  ]);
});

test.each([
  ['policywright.config.json', '{ "generate": ', 'config-syntax-error'],
  ['policywright.config.json', '[]', 'invalid-config-value'],
  ['policywright.config.json', '{ "generate": 3 }', 'invalid-config-value'],
  ['policywright.config.json', '{ "lnit": {} }', 'unknown-config-key'],
  ['policywright.config.ts', 'export default {', 'config-syntax-error'],
  ['policywright.config.ts', 'export const config = {};', 'config-load-error'],
  ['policywright.config.mjs', 'export default {', 'config-syntax-error'],
  ['policywright.config.mjs', 'throw new Error("no");', 'config-load-error'],
  ['policywright.config.mjs', 'import "./missing.js"; export default {};', 'config-load-error'],
])('%s: `%s` is reported as %s', async (name, text, code) => {
  const { exitCode, written, diagnostics } = await generateBy(name, text);
  expect(diagnostics).toMatchObject([{ code }]);
  expect({ exitCode, written }).toEqual({ exitCode: 2, written: [] });
});

test('a mistake in a module is shown with its place', async () => {
  const { diagnostics } = await generateBy('policywright.config.mjs', 'export default {\n  generate: [}\n};');
  expect(diagnostics).toMatchObject([
    { code: 'config-syntax-error', range: { start: { line: 2, column: 14 } } },
  ]);
});

test('two configuration files are one too many', async () => {
  writeFileSync(join(folder, 'policywright.config.mjs'), 'export default {};');
  const { exitCode, diagnostics } = await generateBy('policywright.config.json', '{}');
  expect(exitCode).toBe(2);
  expect(diagnostics).toMatchObject([
    {
      message: 'there are several configuration files: `policywright.config.mjs`, `policywright.config.json`',
      help: 'keep one of them',
    },
  ]);
});
