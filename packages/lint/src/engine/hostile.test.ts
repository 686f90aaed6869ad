import { expect, test } from 'vitest';
import { lintText } from '../index.ts';

const LENGTH = 100_000;

/** As many entries as fit. */
function fill(entry: (index: number) => string): readonly string[] {
  const entries: string[] = [];
  for (let length = 0; length < LENGTH; length += (entries.at(-1) ?? '').length + 3)
    entries.push(entry(entries.length));
  return entries;
}

function document(members: object): string {
  return JSON.stringify({ Statement: { Effect: 'Allow', Action: 's3:*', Resource: '*', ...members } });
}

const hex = (index: number): string => index.toString(36);
const CASES: readonly (readonly [string, object, string | undefined])[] = [
  ['wildcards in front of the colon', { Action: fill((at) => `*:*${hex(at)}*`) }, 'with the catalog'],
  ['stars in actions', { Action: fill((at) => `ec2:${'*a'.repeat(10)}*${hex(at)}`) }, 'with each other'],
  [
    'question marks in ARNs',
    { Resource: fill((at) => `arn:aws:s3:::${'*?a'.repeat(20)}*${hex(at)}?`) },
    'with ARN formats',
  ],
  [
    'fields with slashes',
    { Action: 'ec2:*', Resource: fill((at) => `arn:aws/*:ec2/*:*/:*/*:*${hex(at)}*`) },
    'with ARN formats',
  ],
  ['variables without an end', { Resource: `arn:aws:s3:::${'${'.repeat(LENGTH / 2)}` }, undefined],
];

// The bound is ten times what they take: a check that grows with the square of the length misses it by far more.
test.each(CASES)('a hostile document of 100,000 characters is linted in seconds: %s', (_, members, cut) => {
  const start = process.cpuUsage();
  const { findings } = lintText(document(members));
  const { user } = process.cpuUsage(start);
  expect(user / 1e6).toBeLessThan(20);
  const messages = findings.filter(({ code }) => code === 'checks-cut-short').map(({ message }) => message);
  if (cut === undefined) expect(messages).toEqual([]);
  else expect(messages).toContainEqual(expect.stringContaining(cut));
});
