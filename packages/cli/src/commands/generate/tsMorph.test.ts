import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const PROGRAM = join(ROOT, '.cache', 'tsMorphTest.mjs');
/** A module that keeps Node from finding ts-morph by its name. */
const HIDE = join(ROOT, '.cache', 'hideTsMorph.mjs');

beforeAll(async () => {
  const { peerDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    readonly peerDependencies: Readonly<Record<string, string>>;
  };
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['src/main.ts'],
    outfile: PROGRAM,
    bundle: true,
    format: 'esm',
    platform: 'node',
    conditions: ['@policywright/source'],
    // Optional packages are looked for when they are needed, as by an installed command.
    external: ['yaml', ...Object.keys(peerDependencies)],
  });
  const hook = `export async function resolve(specifier, context, next) {
    return next(specifier === 'ts-morph' ? 'ts-morph-is-hidden' : specifier, context);
  }`;
  const url = JSON.stringify(`data:text/javascript,${encodeURIComponent(hook)}`);
  writeFileSync(HIDE, `import { register } from 'node:module';\nregister(${url});\n`);
});
afterAll(() => {
  rmSync(PROGRAM);
  rmSync(HIDE);
});

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policywright-ts-morph-'));
  mkdirSync(join(folder, 'src'));
  writeFileSync(join(folder, 'src/main.ts'), "export const a = 'sqs:SendMessage';");
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function generate(program: readonly string[], ...argv: string[]): { status: number | null; stderr: string } {
  // Package managers add their stores to what Node searches.
  const { NODE_PATH: _, ...env } = process.env;
  const { status, stderr } = spawnSync(process.execPath, [...program, 'generate', ...argv], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  return { status, stderr };
}

const FROM_USAGE = ['--from-usage', 'src', '--out', 'iam'] as const;
const TYPED = `const out: string = 'iam'; export default { generate: { services: ['sqs'], out } };`;

describe('where ts-morph is installed', () => {
  test('--from-usage reads the sources', () => {
    expect(generate([PROGRAM], ...FROM_USAGE)).toEqual({ status: 0, stderr: '' });
  });

  test('a configuration in TypeScript may have types', () => {
    writeFileSync(join(folder, 'policywright.config.ts'), TYPED);
    expect(generate([PROGRAM])).toEqual({ status: 0, stderr: '' });
  });
});

describe('where it is not', () => {
  const program = ['--import', HIDE, PROGRAM];

  test('--from-usage says what to install', () => {
    const { status, stderr } = generate(program, ...FROM_USAGE);
    expect(status).toBe(2);
    expect(stderr).toContain(
      'error[missing-ts-morph]: finding the services that sources use needs `ts-morph`, which is not installed',
    );
    expect(stderr).toContain('help: `npm install --save-dev ts-morph@28`, or name the services');
  });

  test('--from-usage takes that of the project, as a command that is installed globally must', () => {
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(
      realpathSync(join(ROOT, 'node_modules/ts-morph')),
      join(folder, 'node_modules/ts-morph'),
      'junction',
    );
    expect(generate(program, ...FROM_USAGE)).toEqual({ status: 0, stderr: '' });
  });

  test('named services need nothing, nor does a configuration in TypeScript without types', () => {
    expect(generate(program, '--services', 'sqs', '--out', 'iam')).toEqual({ status: 0, stderr: '' });
    const text = `export default { generate: { services: ['sqs'], out: 'iam' } };`;
    writeFileSync(join(folder, 'policywright.config.ts'), text);
    expect(generate(program)).toEqual({ status: 0, stderr: '' });
  });

  test('a configuration with types is read by Node, or the message says how it can be', () => {
    writeFileSync(join(folder, 'policywright.config.ts'), TYPED);
    const { status, stderr } = generate(program);
    if (Reflect.get(process.features, 'typescript')) return expect(status).toBe(0);
    expect(status).toBe(2);
    expect(stderr).toContain('error[config-syntax-error]: it cannot be read: Missing initializer');
    expect(stderr).toContain('help: where it has types, use Node.js 22.18 or newer');
  });
});
