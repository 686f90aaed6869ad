import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { nodeFiles } from '../io/nodeIo.ts';
import { run } from '../run.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policywright-generate-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

interface Outcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the command; `printed` grows while it runs. */
function start(argv: readonly string[]): {
  readonly printed: { stdout: string; stderr: string };
  readonly ended: Promise<Outcome>;
} {
  const printed = { stdout: '', stderr: '' };
  const exitCode = run(['generate', ...argv], {
    stdout: { write: (text) => void (printed.stdout += text), isTTY: false },
    stderr: { write: (text) => void (printed.stderr += text), isTTY: false },
    readStdin: async () => new Uint8Array(),
    files: nodeFiles,
    cwd: folder,
    env: {},
  });
  return { printed, ended: exitCode.then((code) => ({ exitCode: code, ...printed })) };
}

const generate = (...argv: string[]): Promise<Outcome> => start(argv).ended;

/** Writes a file below the folder. */
function write(path: string, text: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
}

test('writes the files, finds them up to date, and tells when one is not', async () => {
  const first = await generate('--services', 'ecs, s3', '--out', 'iam');
  expect(first).toMatchObject({ exitCode: 0, stderr: '' });
  expect(first.stdout).toContain('wrote    iam/ecs.ts\n');
  expect(readdirSync(join(folder, 'iam'))).toEqual(expect.arrayContaining(['ecs.ts', 's3.ts']));

  expect(await generate('--services', 'ecs,s3', '--out', 'iam', '--check')).toMatchObject({
    exitCode: 0,
    stderr: '',
  });

  const path = join(folder, 'iam', 'ecs.ts');
  const before = readFileSync(path, 'utf8');
  writeFileSync(path, before.replace('RunTask', 'RunTsk'));
  const drifted = await generate('--services', 'ecs,s3', '--out', 'iam', '--check');
  expect(drifted.exitCode).toBe(1);
  expect(drifted.stdout).toBe('differs  iam/ecs.ts\n');
  expect(drifted.stderr).toContain('RunTsk');

  // What somebody edited is not overwritten.
  expect((await generate('--services', 'ecs,s3', '--out', 'iam')).exitCode).toBe(2);
  expect(readFileSync(path, 'utf8')).toContain('RunTsk');
});

test('--check on nothing writes nothing and says what is missing', async () => {
  const { exitCode, stdout } = await generate(
    '--services',
    'ecs',
    '--out',
    'iam',
    '--check',
    '--format',
    'json',
  );
  expect(exitCode).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ written: [], drifted: expect.arrayContaining(['iam/ecs.ts']) });
  expect(existsSync(join(folder, 'iam'))).toBe(false);
});

test('an unknown service is named with the closest one', async () => {
  const { exitCode, stdout, stderr } = await generate('--services', 'ecss', '--out', 'iam');
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr).toContain('did you mean `ecs`?');
});

test('without a folder or services, the message says how to name them', async () => {
  expect((await generate('--services', 'ecs')).stderr).toContain('--out src/iam');
  expect((await generate('--services', 'ecs', '--out', '')).stderr).toContain('--out src/iam');
  expect((await generate('--out', 'iam')).stderr).toContain('--services ecs,s3');
});

test('--config reads a file of another folder, and its mistakes are shown in place', async () => {
  const config = join(folder, 'policywright.config.json');
  writeFileSync(config, '{\n  "generate": { "services": ["ecs"], "out": 7 }\n}\n');
  const wrong = await generate('--config', config);
  expect(wrong.exitCode).toBe(2);
  expect(wrong.stderr).toContain('policywright.config.json:2:');

  writeFileSync(config, '{ "generate": { "services": ["ecs"], "out": "iam" } }');
  expect((await generate('--config', config)).exitCode).toBe(0);
  expect(existsSync(join(folder, 'iam', 'ecs.ts'))).toBe(true);
});

test('--config wants one of the names that there are, and a file that exists', async () => {
  const misspelt = await generate('--config', 'policywrigth.config.json');
  expect(misspelt.exitCode).toBe(2);
  expect(misspelt.stderr).toContain('did you mean `policywright.config.json`?');
  const missing = await generate('--config', 'policywright.config.json', '--services', 'ecs', '--out', 'iam');
  expect(missing.exitCode).toBe(2);
  expect(missing.stderr).toContain('no such file');
});

test('--from-usage emits what the sources of several paths use, from wherever the configuration is', async () => {
  write('src/main.ts', "export const a = 'ecs:RunTask';");
  write('lib/more.ts', "export const a = 'sqs:SendMessage';");
  write('etc/policywright.config.json', '{}');
  const config = join('etc', 'policywright.config.json');
  const result = await generate('--config', config, '--from-usage', 'src, lib', '--out', 'src/iam');
  expect(result).toMatchObject({ exitCode: 0, stderr: '' });
  const names = ['.gitattributes', 'ecs.ts', 'runtime.ts', 'sqs.ts'];
  expect(readdirSync(join(folder, 'src/iam'))).toEqual(names);
  expect(readFileSync(join(folder, 'src/iam/ecs.ts'), 'utf8')).toContain(
    'generate --from-usage ../src,../lib --out ../src/iam\n',
  );
});

test('--json-schema writes a schema beside the modules, and --index an index', async () => {
  await generate('--services', 'sqs', '--out', 'iam', '--json-schema', '--index');
  const schema = readFileSync(join(folder, 'iam/policy.schema.json'), 'utf8');
  expect(schema).toContain('generate --services sqs --out iam --index --json-schema');
  expect(schema).toContain('"sqs:SendMessage"');
  expect(readFileSync(join(folder, 'iam/index.ts'), 'utf8')).toContain("export * as sqs from './sqs.js';");
});

describe('--watch', () => {
  const config = (text: string): void => write('policywright.config.json', text);
  const interrupt = (): void => void process.emit('SIGINT');

  test('generates again at every change, and ends when interrupted', async () => {
    write('src/main.ts', "export const a = 'sqs:SendMessage';");
    const { printed, ended } = start(['--from-usage', 'src', '--out', 'src/iam', '--watch']);
    await vi.waitFor(() => expect(printed.stdout).toContain('wrote    src/iam/sqs.ts\n'), 20_000);
    write('src/main.ts', "export const a = 'sns:Publish';");
    await vi.waitFor(() => expect(printed.stdout).toContain('wrote    src/iam/sns.ts\n'), 20_000);
    await vi.waitFor(() => expect(printed.stdout).toContain('2 written, 1 removed'), 20_000);
    interrupt();
    expect(await ended).toMatchObject({ exitCode: 0, stderr: '' });
  });

  test('reports a run a line with --format json, and ends with the exit code of the last', async () => {
    config('{ "generate": { "services": ["sqs"], "out": "iam" } }');
    const { printed, ended } = start(['--watch', '--format', 'json']);
    await vi.waitFor(() => expect(printed.stdout).toContain('"iam/sqs.ts"'), 20_000);
    config('{ "generate": { "services": ["sqss"], "out": "iam" } }');
    await vi.waitFor(() => expect(printed.stdout).toContain('"unknown-service"'), 20_000);
    interrupt();
    const { exitCode, stdout } = await ended;
    expect(exitCode).toBe(2);
    const reports = stdout
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(reports[0]).toMatchObject({ diagnostics: [] });
    expect(reports.at(-1)).toMatchObject({ written: [], diagnostics: [{ code: 'unknown-service' }] });
  });

  test('excludes --check', async () => {
    const { exitCode, stderr } = await generate('--services', 'sqs', '--out', 'iam', '--watch', '--check');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('exclude each other');
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('what a user can get wrong', () => {
  test('a folder that cannot be written: nothing is, and the message names it', async () => {
    write('iam', 'a file');
    const { exitCode, stdout, stderr } = await generate('--services', 'sqs', '--out', 'iam/generated');
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain('error[write-failed]');
    expect(stderr).toContain('`iam/generated`');
    expect(readdirSync(folder)).toEqual(['iam']);
  });

  test('a key of the configuration that does not exist: it is shown in place, with the closest', async () => {
    write('policywright.config.json', '{\n  "generate": { "services": ["sqs"], "outt": "iam" }\n}\n');
    const { exitCode, stderr } = await generate();
    expect(exitCode).toBe(2);
    expect(stderr).toContain('policywright.config.json:2:38');
    expect(stderr).toContain('did you mean `out`?');
    expect(readdirSync(folder)).toEqual(['policywright.config.json']);
  });

  test('a path of --from-usage that does not exist', async () => {
    const { exitCode, stderr } = await generate('--from-usage', 'scr', '--out', 'iam');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('`scr` cannot be read');
    expect(readdirSync(folder)).toEqual([]);
  });
});
