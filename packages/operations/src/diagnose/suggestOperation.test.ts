import { expect, test } from 'vitest';
import { suggestOperation } from './suggestOperation.ts';

test.each([
  ['ecs:RunTsak', 'ecs:RunTask'],
  ['ECS:RunTsak', 'ecs:RunTask'],
  ['lambda:Invok', 'lambda:Invoke'],
  // No action is called so: a third of the letters may be wrong all the same.
  ['lambda:Invk', 'lambda:Invoke'],
  ['s3:ListObjectV2', 's3:ListObjectsV2'],
  ['s3:GetObjct', 's3:GetObject'],
  ['iam:TgRoe', 'iam:TagRole'],
  ['sqs:SndMesage', 'sqs:SendMessage'],
  ['sns:Publsh', 'sns:Publish'],
  ['kms:Sgn', 'kms:Sign'],
  [':RunTask', 'ecs:RunTask'],
])('%s may mean %s', (name, suggested) => {
  expect(suggestOperation(name)).toBe(suggested);
});

test.each(['', ':', 'ecs:', 'ecs:Zzzzzzzzzz'])('%j is near to nothing of a known prefix', (name) => {
  expect(suggestOperation(name)?.startsWith('ecs:') ?? false).toBe(false);
});
