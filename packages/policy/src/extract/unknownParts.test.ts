import { expect, test } from 'vitest';
import { showUnknown, unknownName, unknownParts, unknownText } from '../index.ts';

test.each([
  ['arn:aws:s3:::b', []],
  ['${aws:username}', []],
  ['a${bucket}b', [['${bucket}', false]]],
  [
    '${region}{{ account_id }}',
    [
      ['${region}', true],
      ['{{ account_id }}', true],
    ],
  ],
  [
    '${aws:region}:${aws:accountId}',
    [
      ['${aws:region}', true],
      ['${aws:accountId}', true],
    ],
  ],
  ['${unknown.AWS.StackName}', [['${unknown.AWS.StackName}', true]]],
  ['${unknown.AWS.StackId}', [['${unknown.AWS.StackId}', false]]],
  ['${RegionAndAccount}', [['${RegionAndAccount}', false]]],
  ['${TopicArn}', [['${TopicArn}', false]]],
  ['${unknown.name-Bucket}/${x', [['${unknown.name-Bucket}', true]]],
  ['${aws:PrincipalTag/{{ tag }}}', [['{{ tag }}', false]]],
])('the unknown parts of %s, and whether each is a word', (text, expected) => {
  const parts = unknownParts(text).map(({ start, end, isWord }) => [text.slice(start, end), isWord]);
  expect(parts).toEqual(expected);
});

test('a name is a text that no label makes, and both are shown as they were written', () => {
  expect(unknownName('Bucket')).toBe('${unknown.name-Bucket}');
  expect(unknownText('name-Bucket')).toBe('${unknown.name.Bucket}');
  expect(showUnknown('`arn:${unknown.AWS.Partition}:s3:::${unknown.name-Bucket}`')).toBe(
    '`arn:${AWS.Partition}:s3:::${Bucket}`',
  );
});
