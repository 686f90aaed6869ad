import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from './_testing/temporaryFolder.ts';
import { type GenerateResult, runGenerate } from './runGenerate.ts';

const codes = (result: GenerateResult): readonly string[] => result.diagnostics.map(({ code }) => code);
const messages = (result: GenerateResult): string =>
  result.diagnostics.map(({ message }) => message).join('\n');

describe('writing', () => {
  test('writes what is chosen, and the second time nothing', async () => {
    const cwd = temporaryFolder();
    const first = await runGenerate({ cwd, services: ['sqs', 'ecs'], out: 'src/iam' });
    expect(first.diagnostics).toEqual([]);
    expect(first.written).toContain('src/iam/ecs.ts');
    expect(first.written).toContain('src/iam/sqs.ts');
    expect(first.written).not.toContain('src/iam/index.ts');
    const second = await runGenerate({ cwd, services: ['ecs', 'sqs'], out: 'src/iam' });
    expect(second.written).toEqual([]);
    expect(second.unchanged).toEqual(first.written);
    expect(readdirSync(join(cwd, 'src/iam')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('deletes the module of a service that is no longer chosen, and leaves other files alone', async () => {
    const cwd = temporaryFolder();
    await runGenerate({ cwd, services: ['ecs', 'sqs'], out: 'iam' });
    writeFileSync(join(cwd, 'iam/mine.ts'), 'export const mine = 1;\n');
    const result = await runGenerate({ cwd, services: ['ecs'], out: 'iam' });
    expect(result.removed).toEqual(['iam/sqs.ts']);
    expect(readdirSync(join(cwd, 'iam'))).toContain('mine.ts');
    expect(readdirSync(join(cwd, 'iam'))).not.toContain('sqs.ts');
  });

  test('an unknown service writes nothing and names the closest', async () => {
    const cwd = temporaryFolder();
    const result = await runGenerate({ cwd, services: ['ecs', 'dynamobd'], out: 'iam' });
    expect(codes(result)).toEqual(['unknown-service']);
    expect(result.diagnostics[0]).toMatchObject({
      path: '/generate/services/1',
      help: 'did you mean `dynamodb`?',
    });
    expect(readdirSync(cwd)).toEqual([]);
  });

  test('a file edited by hand is not overwritten, nor is anything else written', async () => {
    const cwd = temporaryFolder();
    await runGenerate({ cwd, services: ['sqs'], out: 'iam' });
    const path = join(cwd, 'iam/sqs.ts');
    const edited = readFileSync(path, 'utf8').replace(
      "'sqs:SendMessage' as const",
      "'sqs:SendMessages' as const",
    );
    writeFileSync(path, edited);
    const result = await runGenerate({ cwd, services: ['sqs', 'ecs'], out: 'iam' });
    expect(codes(result)).toEqual(['edited-by-hand']);
    expect(messages(result)).toContain("is `  SendMessage = 'sqs:SendMessages' as const,`");
    expect(readFileSync(path, 'utf8')).toBe(edited);
    expect(readdirSync(join(cwd, 'iam'))).not.toContain('ecs.ts');
  });

  test('a file of the same name that was not generated is not overwritten', async () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'iam'));
    writeFileSync(join(cwd, 'iam/sqs.ts'), '// mine\n');
    const result = await runGenerate({ cwd, services: ['sqs'], out: 'iam' });
    expect(codes(result)).toEqual(['not-generated']);
    expect(readdirSync(join(cwd, 'iam'))).toEqual(['sqs.ts']);
  });

  test('a folder that is a file cannot be written', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'iam'), '');
    for (const out of ['iam', 'iam/generated']) {
      const result = await runGenerate({ cwd, services: ['sqs'], out });
      expect(codes(result)).toEqual(['write-failed']);
      expect(messages(result)).toContain(`\`${out}\` cannot be written: `);
      expect(result.written).toEqual([]);
    }
  });

  test('when one file cannot be written, none is', async () => {
    const cwd = temporaryFolder();
    // A folder where a temporary file belongs makes its writing fail, whoever runs the test.
    mkdirSync(join(cwd, `iam/.sqs.ts.${process.pid}.tmp`), { recursive: true });
    const result = await runGenerate({ cwd, services: ['ecs', 'sqs'], out: 'iam' });
    expect(codes(result)).toEqual(['write-failed']);
    expect(readdirSync(join(cwd, 'iam'))).toEqual([`.sqs.ts.${process.pid}.tmp`]);
  });

  test('no folder and no services are said', async () => {
    const cwd = temporaryFolder();
    expect(codes(await runGenerate({ cwd, services: ['ecs'] }))).toEqual(['missing-out']);
    expect(codes(await runGenerate({ cwd, services: ['ecs'], out: '' }))).toEqual(['missing-out']);
    expect(codes(await runGenerate({ cwd, out: 'iam' }))).toEqual(['no-services']);
  });
});

describe('checking', () => {
  test('finds no drift after writing, and writes nothing itself', async () => {
    const cwd = temporaryFolder();
    const before = await runGenerate({ cwd, services: ['sqs'], out: 'iam', check: true });
    expect(before.drifted).toContain('iam/sqs.ts');
    expect(messages(before)).toContain('`iam/sqs.ts` is missing');
    expect(readdirSync(cwd)).toEqual([]);
    await runGenerate({ cwd, services: ['sqs'], out: 'iam' });
    const after = await runGenerate({ cwd, services: ['sqs'], out: 'iam', check: true });
    expect(after.drifted).toEqual([]);
    expect(after.diagnostics).toEqual([]);
    expect(after.unchanged).toContain('iam/sqs.ts');
  });

  test('says which file differs and how', async () => {
    const cwd = temporaryFolder();
    await runGenerate({ cwd, services: ['ecs', 'sqs', 'sns'], out: 'iam' });
    writeFileSync(
      join(cwd, 'iam/sqs.ts'),
      readFileSync(join(cwd, 'iam/sqs.ts'), 'utf8').replaceAll("'sqs:SendMessage'", "'x'"),
    );
    const result = await runGenerate({ cwd, services: ['ecs', 'sqs'], out: 'iam', check: true });
    const text = messages(result);
    expect(text).toContain('`iam/sns.ts` is no longer generated');
    expect(text).toContain(
      '`iam/ecs.ts` is out of date; arguments `generate --services ecs,sns,sqs --out iam`, now `generate --services ecs,sqs --out iam`',
    );
    expect(text).toMatch(
      /`iam\/sqs.ts` was edited after it was generated; line \d+ is `.*'x'.*`, generated `.*'sqs:SendMessage'.*`/,
    );
  });
});
