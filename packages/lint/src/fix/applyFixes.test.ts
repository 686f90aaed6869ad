import { expect, test } from 'vitest';
import { applyFixes, fixText, lintText } from '../index.ts';

const document = (actions: readonly string[], more: object = {}): string =>
  JSON.stringify(
    { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: actions, Resource: '*', ...more }] },
    null,
    2,
  );

test('several items of a list go, with their commas', () => {
  const { text, findings, fixed } = fixText(document(['s3:GetObject', 's3:*', 's3:PutObject', 's3:Get*']), {
    type: 'identity',
  });
  expect((JSON.parse(text) as { Statement: { Action: string[] }[] }).Statement[0]?.Action).toEqual(['s3:*']);
  expect(findings).toEqual([]);
  expect(fixed).toBe(3);
});

test('fixes that change decisions are applied only when asked for', () => {
  const text = document(['ecs:RunTsak']);
  expect(fixText(text).text).toBe(text);
  expect(fixText(text, { changeDecisions: true }).text).toBe(document(['ecs:RunTask']));
});

test('of fixes that overlap the first in the text wins', () => {
  const text = document(['s3:*', 's3:GetObject', 's3:PutObject']);
  const { findings } = lintText(text);
  const { applied } = applyFixes(text, findings);
  expect(applied.length).toBeLessThan(findings.filter(({ fix }) => fix).length);
});

test('a version is put in front with the indentation of the document', () => {
  const text = '{\n  "Statement": [{"Effect": "Deny", "Action": "s3:*", "Resource": "*"}]\n}';
  expect(fixText(text).text).toBe(text.replace('{\n', '{\n  "Version": "2012-10-17",\n'));
});

test('S3: a version that would turn plain text into a variable is not put in', () => {
  const text =
    '{"Statement": [{"Effect": "Deny", "Action": "s3:*", "Resource": "arn:aws:s3:::b/${aws:username}"}]}';
  expect(fixText(text).text).toBe(text);
});

test('nothing is fixed in a text that is not JSON', () => {
  expect(fixText('nope').text).toBe('nope');
});
