import { expect, test } from 'vitest';
import { LIMITS } from '../../data/limits.ts';
import { lintText } from '../../index.ts';

const allow = (
  Action: string | readonly string[],
  Resource: string | readonly string[],
  by?: object,
): object => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...(by !== undefined && { Condition: { StringEquals: by } }),
});
const bucket = (at: number): string => `arn:aws:s3:::${String.fromCodePoint(97 + (at % 26))}${String(at)}`;

/** What is said where more proofs are asked for than a document may have. */
function cutsOf(statements: readonly object[]): readonly string[] {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  const { findings } = lintText(text, { type: 'identity' });
  return findings.filter(({ code }) => code === 'checks-cut-short').map(({ message }) => message);
}

/** More than are proved: of each kind `count` statements, and what may cover them. */
const many = (of: (at: number) => readonly object[]): readonly object[] =>
  Array.from({ length: LIMITS.proofs + 5 }, (_, at) => of(at)).flat();

test('what would have to be proved of too many statements is cut', () => {
  const cut = 'that may have no effect, of which the rest are not looked at';
  const statements = many((at) => [
    allow('s3:Get*', `${bucket(at)}/*`, { 'aws:PrincipalTag/a': ['x', 'y'] }),
    allow('s3:GetObject', `${bucket(at)}/*`, { 'aws:PrincipalTag/a': '${aws:username}' }),
  ]);
  expect(cutsOf(statements)).toEqual([expect.stringContaining(cut)]);
});

test('an action on a resource that no statement is about spares the proof', () => {
  const statements = many((at) => [
    allow(['s3:GetObject', 's3:PutObject'], [`${bucket(at)}/*`, `${bucket(at)}-2/*`], { 'aws:a': 'x' }),
    allow('s3:Get*', `${bucket(at)}/*`, { 'aws:a': ['x', 'y'] }),
    allow('s3:Put*', `${bucket(at)}-2/*`, { 'aws:a': ['x', 'z'] }),
  ]);
  expect(cutsOf(statements)).toEqual([]);
});

test('a value that no other statement admits spares the proof', () => {
  const statements = many((at) => [
    allow('s3:Get*', `${bucket(at)}/*`, { 'aws:PrincipalTag/a': ['x', 'y'] }),
    allow('s3:GetObject', `${bucket(at)}/*`, { 'aws:PrincipalTag/a': ['x', 'z'] }),
  ]);
  expect(cutsOf(statements)).toEqual([]);
});
