import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeIo, run } from 'policywright';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from './workspace.ts';

interface Manifest {
  readonly version?: string;
  readonly files?: readonly string[];
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: object;
  readonly devDependencies?: object;
}

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly additional_dependencies?: readonly string[];
}

const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Manifest;
const hooks = parse(readFileSync(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8')) as readonly Hook[];

test('npm, with which pre-commit installs the hooks of a clone, can read the manifest of the root', () => {
  const specifiers = Object.values({ ...manifest.dependencies, ...manifest.devDependencies }).map(String);
  expect(specifiers.filter((specifier) => /^(?:workspace|catalog|link|portal):/.test(specifier))).toEqual([]);
  expect(manifest.version).toMatch(/^\d+\.\d+\.\d+/);
  expect(manifest.scripts?.['prepack']).toBe('node tooling/pre-commit/build.js');
  expect(manifest.files).toEqual(
    expect.arrayContaining(['packages/cli/bin', 'packages/cli/dist', 'packages/cli/package.json']),
  );
});

test('packing prints nothing but the name of the file', () => {
  expect(readFileSync(join(ROOT, '.npmrc'), 'utf8')).toMatch(/^foreground-scripts=false$/m);
});

test.each(hooks)('the hook $id is of the clone alone, and its command is there', async (hook) => {
  const { entry, additional_dependencies: others = [] } = hook;
  expect(others).toEqual([]);
  const [program, ...words] = entry.split(' ');
  expect(program).toBe('policywright');
  let stdout = '';
  const output = { write: (text: string) => void (stdout += text), isTTY: false };
  expect(await run([...words, '--help'], { ...nodeIo(), stdout: output, stderr: output })).toBe(0);
  for (const option of words.filter((word) => word.startsWith('--'))) expect(stdout).toContain(option);
});
