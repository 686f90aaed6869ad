import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ts } from 'ts-morph';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../_testing/temporaryFolder.ts';
import { runGenerate } from '../runGenerate.ts';
import { servicesInSource } from './servicesInSource.ts';

const used = (text: string): readonly string[] => [
  ...new Set(servicesInSource(ts, { path: '/repo/src/main.ts', text, out: '/repo/src/iam' })),
];

describe('servicesInSource', () => {
  test.each([
    ["allow('ecs:RunTask');", ['ecs']],
    ['const a = `s3:GetObject`;', ['s3']],
    ["const a = { Action: ['sqs:Send*', 'SNS:publish'] };", ['sqs', 'sns']],
    ["import { RunTask } from './iam/ecs.js';", ['ecs']],
    ["import * as outposts from './iam/s3-outposts.js';", ['s3-outposts']],
    ["export { RunTask } from './iam/ecs';", ['ecs']],
    ["import { ecs, s3ObjectLambda as lambda, allow } from './iam/index.js';", ['ecs', 's3-object-lambda']],
    ["import { ecs } from './iam';", ['ecs']],
    ["import type { Arn } from './iam/runtime.js';", []],
    ["import { ecs } from './other/index.js';", []],
    ["import { RunTask } from '../iam/ecs.js';", []],
    ["import fs from 'node:fs';", []],
    ["const url = 's3://bucket/key';", []],
    ["const a = 'ecs:RunTsak'; const b = 'ecs:Rum*'; const c = 'events:';", []],
    ["const a = 'arn:aws:s3:::b'; const b = 'aws:SourceIp'; const c = 'key: value';", []],
    ['const a = `ecs:${name}`;', []],
    ["// 'ecs:RunTask'", []],
    ["const = 'ecs:RunTask' +", ['ecs']],
  ])('%s', (text, services) => {
    expect(used(text)).toEqual(services);
  });
});

describe('--from-usage', () => {
  const repository = (files: Readonly<Record<string, string>>): string => {
    const cwd = temporaryFolder();
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(cwd, path)), { recursive: true });
      writeFileSync(join(cwd, path), text);
    }
    return cwd;
  };

  test('emits only the services that are used, and names the search in the header', async () => {
    const cwd = repository({
      'src/app/main.tsx': "export const a = <b>{'ecs:RunTask'}</b>;",
      'src/types.d.ts': "declare const a: 'sns:Publish';",
      'src/node_modules/x/index.ts': "export const a = 'sqs:SendMessage';",
      'src/iam/kept.ts': "export const a = 'iam:PassRole';",
      'other.ts': "export const a = 's3:GetObject';",
    });
    const result = await runGenerate({ cwd, fromUsage: ['src'], out: 'src/iam' });
    expect(result.diagnostics).toEqual([]);
    expect(result.files.map(({ path }) => path)).toEqual(['.gitattributes', 'ecs.ts', 'runtime.ts']);
    expect(result.files[1]?.text).toContain('// policywright generate --from-usage src --out src/iam\n');
  });

  test('adds to the services that are named', async () => {
    const cwd = repository({ 'main.ts': "export const a = 'sqs:SendMessage';" });
    const result = await runGenerate({ cwd, services: ['ecs'], fromUsage: ['main.ts'], out: 'iam' });
    expect(result.files.map(({ path }) => path)).toEqual([
      '.gitattributes',
      'ecs.ts',
      'runtime.ts',
      'sqs.ts',
    ]);
  });

  test('says where nothing was found, and what cannot be read', async () => {
    const cwd = repository({ 'src/main.ts': 'export {};' });
    const nothing = await runGenerate({ cwd, fromUsage: ['src'], out: 'iam' });
    expect(nothing.diagnostics).toMatchObject([
      { code: 'no-services', message: 'no service is used in `src`' },
    ]);
    const missing = await runGenerate({ cwd, fromUsage: ['scr'], out: 'iam' });
    expect(missing.diagnostics).toMatchObject([
      { code: 'unreadable-source', path: '/generate/fromUsage/0', file: 'scr' },
    ]);
    expect(missing.written).toEqual([]);
  });
});
