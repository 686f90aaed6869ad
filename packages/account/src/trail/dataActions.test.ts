import { expect, test } from 'vitest';
import { isDataAction } from './dataActions.ts';

test.each([
  ['s3:GetObject', true],
  ['s3:ListBucket', true],
  ['s3:CreateBucket', false],
  ['lambda:InvokeFunction', true],
  ['lambda:UpdateFunctionCode', false],
  ['dynamodb:PutItem', true],
  ['dynamodb:DescribeTable', false],
  ['ebs:GetSnapshotBlock', true],
  ['ebs:StartSnapshot', false],
  ['ebs:CompleteSnapshot', false],
])('%s is an action of data events alone: %s', (action, is) => {
  expect(isDataAction(action)).toBe(is);
});
