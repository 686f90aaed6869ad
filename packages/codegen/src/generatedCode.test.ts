import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { temporaryFolder } from './_testing/temporaryFolder.ts';
import { generate } from './emit/generate.ts';

/** A program over generated modules, as a user would write it. */
const PROGRAM = `
import { action, allow, arnEquals, aws, deny, ecs, forAllValues, policy, s3, stringEquals } from './iam/index.js';

const cluster = ecs.cluster({ region: 'us-east-1', account: '111122223333', clusterName: 'web' });
const web = ecs.taskDefinition({
  region: 'us-east-1', account: '111122223333', taskDefinitionFamilyName: 'web', taskDefinitionRevisionNumber: '*',
});
export const document = policy(
  allow(ecs.RunTask).on(web).when(arnEquals(ecs.keys.cluster, cluster), stringEquals(aws.resourceTag('team'), 'blue')),
  allow(...ecs.listActions).on('*'),
  deny(action('s3:Delete*')).on(s3.object({ bucketName: 'b', objectName: 'logs/*' })).as('KeepLogs'),
  allow(ecs.TagResource).on(cluster).when(forAllValues(stringEquals(aws.tagKeys, ['team']))),
);
export const parsed = ecs.cluster.parse(cluster);
export const other = s3.bucket.parse(cluster);
export const tag = ecs.keys.resourceTag('team');
`;

test('generated modules run, and make the documents that they should', async () => {
  const folder = temporaryFolder();
  const { files, diagnostics } = generate({ services: ['ecs', 's3'], out: 'iam', index: true });
  expect(diagnostics).toEqual([]);
  const write = (path: string, text: string): void => {
    const { outputText } = ts.transpileModule(text, {
      compilerOptions: {
        module: ts.ModuleKind.ESNext,
        target: ts.ScriptTarget.ES2022,
        verbatimModuleSyntax: true,
      },
    });
    writeFileSync(join(folder, path.replace(/\.ts$/, '.js')), outputText);
  };
  mkdirSync(join(folder, 'iam'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  for (const { path, text } of files) if (path.endsWith('.ts')) write(`iam/${path}`, text);
  write('main.ts', PROGRAM);

  const program: unknown = await import(pathToFileURL(join(folder, 'main.js')).href);
  expect(program).toMatchObject({
    parsed: { partition: 'aws', region: 'us-east-1', account: '111122223333', clusterName: 'web' },
    other: undefined,
    tag: 'ecs:ResourceTag/team',
  });
  const statements: unknown = JSON.parse(JSON.stringify(program)).document.Statement;
  expect(statements).toMatchObject([
    {
      Effect: 'Allow',
      Action: ['ecs:RunTask'],
      Resource: ['arn:aws:ecs:us-east-1:111122223333:task-definition/web:*'],
      Condition: {
        ArnEquals: { 'ecs:cluster': ['arn:aws:ecs:us-east-1:111122223333:cluster/web'] },
        StringEquals: { 'aws:ResourceTag/team': ['blue'] },
      },
    },
    { Effect: 'Allow', Resource: ['*'] },
    { Sid: 'KeepLogs', Effect: 'Deny', Action: ['s3:Delete*'], Resource: ['arn:aws:s3:::b/logs/*'] },
    { Condition: { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['team'] } } },
  ]);
});
