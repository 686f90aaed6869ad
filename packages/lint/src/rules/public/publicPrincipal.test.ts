import { parsePolicy } from '@policywright/policy';
import { expect, test } from 'vitest';
import { createLinter, lintPolicy, lintText, type Finding } from '../../index.ts';
import { checksCutShort } from '../quota/checksCutShort.ts';
import { publicPrincipal } from './publicPrincipal.ts';

const ORGANIZATION = { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' };
const OPEN = { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' };
/** Two Denies of which each leaves a way, and both together none. */
const denies = (members: object): readonly object[] => [
  { ...OPEN, Effect: 'Deny', ...members, Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
  {
    ...OPEN,
    Effect: 'Deny',
    Condition: { StringNotEquals: ORGANIZATION, BoolIfExists: { 'aws:SecureTransport': 'true' } },
  },
];
const textOf = (statements: readonly object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });
const of = (findings: readonly Finding[], code: string): readonly Finding[] =>
  findings.filter((finding) => finding.code === code);
const found = (...statements: readonly object[]): readonly string[] =>
  of(lintText(textOf(statements), { type: 'resource' }).findings, 'public-principal').map(({ path }) => path);

test('Denies keep the public out together, of which none does alone', () => {
  const [plain = {}, foreign = {}] = denies({});
  expect(found(OPEN, plain)).toEqual(['/Statement/0/Principal']);
  expect(found(OPEN, foreign)).toEqual(['/Statement/0/Principal']);
  expect(found(OPEN, plain, foreign)).toEqual([]);
});

test('each statement is asked about for itself', () => {
  expect(found(OPEN, { ...OPEN, Action: 's3:PutObject' }, ...denies({}))).toEqual(['/Statement/1/Principal']);
});

test('what holds under one reading of AWS only keeps nobody out', () => {
  // Whether a lone star is an ARN pattern is open: it may match every source.
  expect(found({ ...OPEN, Condition: { ArnLike: { 'aws:SourceArn': '*' } } })).toHaveLength(1);
});

test.each(['/Statement/0/Resource', '/Statement/1', '/Statement/1/Action', '/Statement/2/Resource'])(
  'no proof rests on a part that is not known: %s',
  (pointer) => {
    const text = textOf([OPEN, ...denies({})]);
    const parsed = parsePolicy(text, { type: 'resource' });
    if (!parsed.ok) throw new Error('no policy');
    const isUnknown = (at: string): boolean => at === pointer;
    expect(of(lintPolicy(parsed.policy, { text, isUnknown }).findings, 'public-principal')).toHaveLength(1);
  },
);

const hostile = (at: number, letter: string): readonly string[] =>
  Array.from({ length: 20 }, (_, index) => `*${letter}????????${'?'.repeat(index % 5)}*${at}-${index}`);

test('a proof that takes too long leaves the finding, and says so', () => {
  const Condition = { StringLike: { 'aws:UserAgent': hostile(0, 'a') } };
  const kept = denies({ Resource: hostile(1, 'b').map((name) => `arn:aws:s3:::b/${name}`) });
  // Other rules ask for proofs of it too.
  const { lintText: lint } = createLinter({ rules: [publicPrincipal, checksCutShort] });
  const { findings } = lint(textOf([{ ...OPEN, Condition }, ...kept]), { type: 'resource' });
  expect(findings.map(({ code, path, message }) => [code, path, message])).toEqual([
    ['checks-cut-short', '/Statement/0', 'found a statement of which a proof would take too long'],
    [
      'public-principal',
      '/Statement/0/Principal',
      'found `*` as the principal of an Allow statement, under conditions that callers of any account can meet',
    ],
  ]);
});

test('proofs of one document share their steps: when these are gone, statements are taken for public', () => {
  const closed = Array.from({ length: 60 }, (_, at) => ({ ...OPEN, Resource: `arn:aws:s3:::b/${at}` }));
  const { lintText: lint } = createLinter({ rules: [publicPrincipal, checksCutShort] });
  const { findings } = lint(textOf([...closed, ...denies({})]), { type: 'resource' });
  const [cut, ...open] = findings.map(({ path }) => path);
  expect(open).toContain('/Statement/59/Principal');
  expect(open).not.toContain('/Statement/9/Principal');
  expect(`${cut ?? ''}/Principal`).toBe(open[0]);
});
