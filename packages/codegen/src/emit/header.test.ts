import { describe, expect, test } from 'vitest';
import { readHeader, withHeader, withJsonHeader } from './header.ts';

const HEADER = {
  generatorVersion: '1.2.3',
  dataVersion: '0.21.1',
  arguments: 'generate --services ecs --out src/iam',
};

describe('readHeader', () => {
  test.each([
    ['TypeScript', withHeader(HEADER, '//', 'export {};\n')],
    ['attributes', withHeader(HEADER, '#', '* text\n')],
    ['JSON', withJsonHeader(HEADER, '{\n  "type": "object"\n}\n')],
  ])('reads what was written: %s', (_kind, text) => {
    expect(readHeader(text)).toEqual({ ...HEADER, intact: true });
  });

  test('line ends of another system are no edit', () => {
    expect(readHeader(withHeader(HEADER, '//', 'a\nb\n').replaceAll('\n', '\r\n'))?.intact).toBe(true);
  });

  test('one line may stand before it, as the brace of JSON does', () => {
    expect(readHeader('{\n' + withHeader(HEADER, '//', 'a\n'))).toEqual({ ...HEADER, intact: true });
  });

  test('a change of the rest is an edit', () => {
    expect(readHeader(withHeader(HEADER, '//', 'a\n').concat('b\n'))?.intact).toBe(false);
  });

  test('arguments with quotes survive JSON', () => {
    const header = { ...HEADER, arguments: 'generate --out "my iam"' };
    const text = withJsonHeader(header, '{\n  "a": 1\n}\n');
    expect(JSON.parse(text)).toMatchObject({ a: 1, $comment2: 'policywright generate --out "my iam"' });
    expect(readHeader(text)?.intact).toBe(true);
  });

  test.each([
    '',
    'export {};\n',
    '\n\n\n\n' + withHeader(HEADER, '//', 'a\n'),
    '\n\n' + withHeader(HEADER, '//', 'a\n'),
  ])('has none: %j', (text) => {
    expect(readHeader(text)).toBeUndefined();
  });
});
