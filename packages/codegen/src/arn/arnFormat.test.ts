import { expect, test } from 'vitest';
import { isParseable, language, type ArnFormat } from './arnFormat.ts';
import { languagesOverlap } from './languagesOverlap.ts';

const fixed = (head: string): ArnFormat => ({ head, variables: [] });
const share = (one: ArnFormat, other: ArnFormat): boolean => languagesOverlap(language(one), language(other));

test('a star in a format stands for any text, separators included', () => {
  const star = fixed('arn:x:*:end');
  expect(share(star, fixed('arn:x:a:end'))).toBe(true);
  expect(share(star, fixed('arn:x:a/b:c:end'))).toBe(true);
  expect(share(star, fixed('arn:x:a:other'))).toBe(false);
});

test('a variable holds the separators that it is allowed, and not what follows it, but for a hyphen', () => {
  const of = (allowed: string, literal: string): ArnFormat => ({
    head: 'arn:',
    variables: [{ name: 'a', allowed, literal }],
  });
  expect(share(of('', ''), fixed('arn:a'))).toBe(true);
  expect(share(of('', ''), fixed('arn:a/b'))).toBe(false);
  expect(share(of('/', ''), fixed('arn:a/b'))).toBe(true);
  expect(share(of('/', ''), fixed('arn:a:b'))).toBe(false);
  expect(share(of('', '.x'), fixed('arn:a.x'))).toBe(true);
  expect(share(of('', '.x'), fixed('arn:a.b.x'))).toBe(false);
  expect(share(of('', '-x'), fixed('arn:a-b-x'))).toBe(true);
});

test('values that end at no separator cannot be read back, but for the last', () => {
  const [a, b] = ['a', 'b'].map((name) => (literal: string) => ({ name, allowed: '', literal }));
  const format = (first: string, last: string): ArnFormat => ({
    head: 'arn:',
    variables: [a, b].flatMap((of, index) => of?.(index === 0 ? first : last) ?? []),
  });
  expect(isParseable(format('/', ''))).toBe(true);
  expect(isParseable(format('/', '-x'))).toBe(true);
  expect(isParseable(format('', '/'))).toBe(false);
  expect(isParseable(format('-', '/'))).toBe(false);
});
