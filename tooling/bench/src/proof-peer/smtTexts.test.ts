import { expect, test } from 'vitest';
import { smtAction, smtGlob, smtResource, smtText } from './smtTexts.ts';

const ANY = '(re.* re.allchar)';
const ONE = '(re.inter re.allchar (re.comp (str.to_re ":")))';

test('texts are quoted, and what is not plain ASCII is escaped', () => {
  expect(smtText('a b')).toBe('"a b"');
  expect(smtText('a"\\é')).toBe('"a\\u{22}\\u{5c}\\u{e9}"');
});

test('S92: wildcards of StringLike take everything', () => {
  expect(smtGlob('a*:?')).toBe(`(re.++ (str.to_re "a") ${ANY} (str.to_re ":") re.allchar)`);
  expect(smtGlob('')).toBe('(str.to_re "")');
});

test('S61, S65: actions are in lower case, and no wildcard takes a colon', () => {
  expect(smtAction('S3:Get*')).toBe(`(re.++ (str.to_re "s3:get") (re.* ${ONE}))`);
  expect(smtAction('*')).toBe(ANY);
  for (const irregular of ['s*', '*:Get*', 's3:a:b']) expect(smtAction(irregular)).toBeUndefined();
});

test('S50, S51: a star in front of the fifth colon stays in its segment, but for one that ends it', () => {
  const head = '(str.to_re "arn:aws:sqs:us-")';
  expect(smtResource('arn:aws:sqs:us-*-1:1:q')).toBe(`(re.++ ${head} (re.* ${ONE}) (str.to_re "-1:1:q"))`);
  expect(smtResource('arn:aws:sqs:us-*:1:q')).toBe(`(re.++ ${head} ${ANY} (str.to_re ":1:q"))`);
  expect(smtResource('arn:aws:sqs:us-?:1:q')).toBe(`(re.++ ${head} ${ONE} (str.to_re ":1:q"))`);
  expect(smtResource('arn:aws:s3:::b*c')).toBe(`(re.++ (str.to_re "arn:aws:s3:::b") ${ANY} (str.to_re "c"))`);
  expect(smtResource('*')).toBe(ANY);
});

test('S52: ARNs that leave fields out, and runs of wildcards, are in no fragment', () => {
  for (const text of ['arn:aws:sqs', 'arn:aws:sqs:*?:1:q', 'bucket'])
    expect(smtResource(text)).toBeUndefined();
  expect(smtResource('arn:aws:sqs:*')).toBe(`(re.++ (str.to_re "arn:aws:sqs:") ${ANY})`);
});
