import { existsSync, readFileSync } from 'node:fs';
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

/** How long something takes this thread: the clock also counts other processes, the processor other threads. */
function timed<Result extends object>(run: () => Result): Result & { readonly seconds: number } {
  const start = threadSeconds();
  const result = run();
  return { ...result, seconds: threadSeconds() - start };
}

function threadSeconds(): number {
  const file = '/proc/thread-self/schedstat';
  if (!existsSync(file)) return performance.now() / 1e3;
  return Number(readFileSync(file, 'utf8').split(' ')[0]) / 1e9;
}

// The bound is ten times what they take: a check that grows with the square of the length misses it by far more.
test.each(CASES)('a hostile document of 100,000 characters is linted in seconds: %s', (_, members, cut) => {
  const { findings, seconds } = timed(() => lintText(document(members)));
  expect(seconds).toBeLessThan(20);
  const messages = findings.filter(({ code }) => code === 'checks-cut-short').map(({ message }) => message);
  if (cut === undefined) expect(messages).toEqual([]);
  else expect(messages).toContainEqual(expect.stringContaining(cut));
});

const conditionKeys = (keys: readonly string[]): string =>
  keys.map((key) => `${JSON.stringify(key)}:"v"`).join(',');
/** The letter case of a word, one of as many as it has. */
const inCase = (word: string, at: number): string =>
  [...word].map((letter, index) => ((at >> index) & 1 ? letter.toUpperCase() : letter)).join('');
const list = (length: number, entry: (at: number) => string): readonly string[] =>
  Array.from({ length }, (_, at) => entry(at));
const LONG: readonly (readonly [string, string])[] = [
  [
    'keys in every letter case',
    `{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"StringEquals":{${conditionKeys(list(20_000, (at) => `aws:${inCase('abcdefghijklmno', at)}`))}}}}}`,
  ],
  [
    'tag keys',
    document({
      Condition: {
        StringEquals: Object.fromEntries(
          list(18_000, (at) => `aws:RequestTag/${hex(at)}`).map((key) => [key, 'v']),
        ),
      },
    }),
  ],
  ['empty statements', `{"Statement":[${'{},'.repeat(160_000)}{}]}`],
  [
    'actions on resources of other services',
    JSON.stringify({
      Statement: list(300, hex).map((name) => ({
        Effect: 'Allow',
        Action: ['ec2:*', 'iam:*', 's3:*', 'lambda:*'],
        Resource: list(40, (at) => `arn:aws:sqs:*:*:${name}-${at}*`),
      })),
    }),
  ],
];

// As above, ten times what they take; what grows with the square takes several times the bound at least.
test.each(LONG)('a hostile document of 500,000 characters is linted in seconds: %s', (_, text) => {
  expect(timed(() => lintText(text)).seconds).toBeLessThan(12);
});
