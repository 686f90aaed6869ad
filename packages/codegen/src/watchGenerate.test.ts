import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { temporaryFolder } from './_testing/temporaryFolder.ts';
import type { GenerateResult } from './runGenerate.ts';
import { watchGenerate } from './watchGenerate.ts';

const watching = (cwd: string): readonly GenerateResult[] => {
  const results: GenerateResult[] = [];
  const watcher = watchGenerate({ cwd }, (result) => results.push(result));
  onTestFinished(() => watcher.close());
  return results;
};

const config = (cwd: string, text: string): void =>
  writeFileSync(join(cwd, 'policywright.config.json'), text);

test('generates at once, and again when the configuration or a source changes', async () => {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, 'src'));
  writeFileSync(join(cwd, 'src/main.ts'), "export const a = 'sqs:SendMessage';");
  config(cwd, '{ "generate": { "fromUsage": ["src"], "out": "src/iam" } }');
  const results = watching(cwd);
  await vi.waitFor(() => expect(results.at(-1)?.written).toContain('src/iam/sqs.ts'), 20_000);

  writeFileSync(join(cwd, 'src/main.ts'), "export const a = 'sns:Publish';");
  await vi.waitFor(() => expect(results.at(-1)?.written).toContain('src/iam/sns.ts'), 20_000);
  expect(results.at(-1)?.removed).toEqual(['src/iam/sqs.ts']);

  config(cwd, '{ "generate": { "services": ["ecs"], "out": "src/iam" } }');
  await vi.waitFor(() => expect(results.at(-1)?.written).toContain('src/iam/ecs.ts'), 20_000);
});

test('a wrong configuration is reported, and its mending is noticed', async () => {
  const cwd = temporaryFolder();
  config(cwd, '{ "generate": ');
  const results = watching(cwd);
  await vi.waitFor(
    () => expect(results.at(-1)?.diagnostics).toMatchObject([{ code: 'config-syntax-error' }]),
    20_000,
  );
  config(cwd, '{ "generate": { "services": ["sqs"], "out": "iam" } }');
  await vi.waitFor(() => expect(results.at(-1)?.written).toContain('iam/sqs.ts'), 20_000);
});

test('what cannot be watched is reported with the run', async () => {
  const folder = temporaryFolder();
  symlinkSync('loop', join(folder, 'loop'));
  const results = watching(join(folder, 'loop'));
  await vi.waitFor(() => expect(results).toHaveLength(1), 20_000);
  expect(results[0]?.diagnostics).toMatchObject([
    { code: 'missing-out', severity: 'error' },
    { code: 'watch-failed', severity: 'warning', file: '.' },
  ]);
});
