import { getService } from '@policywright/catalog';
import { expect, test } from 'vitest';
import { arnFormats, formatText, isParseable, language, type ArnFormat } from './arnFormat.ts';
import { languagesOverlap } from './languagesOverlap.ts';

const fixed = (head: string): ArnFormat => ({ head, variables: [] });
const share = (one: ArnFormat, other: ArnFormat): boolean => languagesOverlap(language(one), language(other));

test('a star in a format stands for any text, separators included', () => {
  const star = fixed('arn:x:*:end');
  expect(share(star, fixed('arn:x:a:end'))).toBe(true);
  expect(share(star, fixed('arn:x:a/b:c:end'))).toBe(true);
  expect(share(star, fixed('arn:x:a:other'))).toBe(false);
});

test('a name may hold a separator where no other type is mistaken for it that was not before', () => {
  const service = getService('apigateway');
  if (service === undefined) throw new Error('there is no apigateway');
  const formats = [...arnFormats(service)].flatMap(([{ name }, all]) =>
    all.map((one) => [name, formatText(one)]),
  );
  const of = (type: string): readonly unknown[] =>
    formats.filter(([name]) => name === type).map(([, text]) => text);
  // Another type of the service has any text behind `/restapis`.
  expect(of('BasePathMapping')).toEqual([
    'arn:${partition}:apigateway:${region}::/domainnames/${domainName}/basepathmappings/${basePath/:}',
  ]);
  expect(of('Model')).toContain(
    'arn:${partition}:apigateway:${region}::/restapis/${restApiId}/models/${modelName/:}',
  );
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
