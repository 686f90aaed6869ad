import { describe, expect, test } from 'vitest';
import { locate } from './locate.ts';
import { parseJson } from './parseJson.ts';

/** The first mistake: message, marked text and help. */
function mistakeIn(text: string): { message: string; marked: string; help: string | undefined } {
  const { diagnostics, node } = parseJson(text);
  const first = diagnostics[0];
  if (first?.range === undefined) throw new Error('expected a mistake with a range');
  expect(node).toBeUndefined();
  const marked = text.slice(first.range.start.offset, first.range.end.offset);
  return { message: first.message, marked, help: first.help };
}

describe('parseJson', () => {
  test('S18: keeps the spelling of numbers', () => {
    const { node } = parseJson('[1e3, -0, 1.50, 123456789012345678901234567890]');
    expect(
      node?.kind === 'array' && node.items.map((item) => (item.kind === 'number' ? item.text : item)),
    ).toEqual(['1e3', '-0', '1.50', '123456789012345678901234567890']);
  });

  test('S8: keeps repeated names, in order', () => {
    const { node, diagnostics } = parseJson('{"a":1,"b":2,"a":3}');
    expect(node?.kind === 'object' && node.members.map(({ name }) => name.value)).toEqual(['a', 'b', 'a']);
    expect(diagnostics).toEqual([]);
  });

  test('gives every value the offsets of its text', () => {
    const text = ' {"a" : [ true , null,"x\\n" ] } ';
    const { node } = parseJson(text);
    if (node === undefined) throw new Error('expected a tree');
    const textOf = (pointer: string): string | undefined => {
      const found = locate(node, pointer);
      return found && text.slice(found.start, found.end);
    };
    expect(textOf('')).toBe('{"a" : [ true , null,"x\\n" ] }');
    expect(textOf('/a')).toBe('[ true , null,"x\\n" ]');
    expect(textOf('/a/0')).toBe('true');
    expect(textOf('/a/1')).toBe('null');
    expect(textOf('/a/2')).toBe('"x\\n"');
  });

  test('takes __proto__ for an ordinary name', () => {
    const { node } = parseJson('{"__proto__":{"polluted":true}}');
    expect(node?.kind === 'object' && node.members[0]?.name.value).toBe('__proto__');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('does not mix up short strings of one length that begin and end alike', () => {
    const { node } = parseJson('["abc","adc","abc",""," "]');
    expect(node?.kind === 'array' && node.items.map((item) => item.kind === 'string' && item.value)).toEqual([
      'abc',
      'adc',
      'abc',
      '',
      ' ',
    ]);
  });

  test.each([
    ["'a'", 'single quotes'],
    ['`a`', 'backticks'],
    ['\u2018a\u2019', 'typographic quotes (`\u2018`)'],
    ['\u2019a\u2018', 'typographic quotes (`\u2019`)'],
    ['\u201ca\u201d', 'typographic quotes (`\u201c`)'],
    ['\u201da\u201d', 'typographic quotes (`\u201d`)'],
    ['\u201da"', 'typographic quotes (`\u201d`)'],
    ['\u201ea\u201c', 'typographic quotes (`\u201e`)'],
    ['\u00aba\u00bb', 'typographic quotes (`\u00ab`)'],
  ])('takes %s for one string, with another name for its quotes', (string, quotes) => {
    const { diagnostics } = parseJson(`[${string},]`);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      `found a string in ${quotes}, expected double quotes`,
      'found a comma before `]`, expected another value',
    ]);
  });

  test.each([
    ['None', 'null'],
    ['nil', 'null'],
    ['undefined', 'null'],
    ['NULL', 'null'],
    ['TRUE', 'true'],
    ['False', 'false'],
  ])('knows what is meant by %s', (word, meant) => {
    expect(mistakeIn(`[${word}]`)).toEqual({
      message: `found \`${word}\`, expected a value`,
      marked: word,
      help: `write \`${meant}\``,
    });
  });

  test.each([
    ['{"a":1,}', ',', 'found a comma before `}`, expected another member', 'remove the trailing comma'],
    ['[1, ]', ',', 'found a comma before `]`, expected another value', 'remove the trailing comma'],
    ['[1,,2]', ',', 'found `,`, expected a value', 'remove one of the commas'],
    ['{"a":1 "b":2}', '', 'found `"`, expected `,` or `}`', 'add a comma'],
    ['[1 2]', '', 'found `2`, expected `,` or `]`', 'add a comma'],
    ["{'a':1}", "'a'", 'found a string in single quotes, expected double quotes', 'use `"` on both sides'],
    [
      '[\u201ca\u201d]',
      '\u201ca\u201d',
      'found a string in typographic quotes (`\u201c`), expected double quotes',
      'use `"` on both sides',
    ],
    ['{a:1}', 'a', 'found `a`, expected a member name in double quotes', 'put the name in double quotes'],
    ['{"a" 1}', '1', 'found `1`, expected `:` after the member name', undefined],
    ['{"a"=1}', '=', 'found `=`, expected `:` after the member name', undefined],
    [
      '[1] // x',
      '// x',
      'found a comment, which JSON does not have',
      'remove the comment, or say it in a `Sid`',
    ],
    [
      '/* x */ 1',
      '/* x */',
      'found a comment, which JSON does not have',
      'remove the comment, or say it in a `Sid`',
    ],
    [
      '# x\n1',
      '# x',
      'found a comment, which JSON does not have',
      'remove the comment, or say it in a `Sid`',
    ],
    ['1 /* x', '/* x', 'found a comment that does not end', 'remove the comment, or say it in a `Sid`'],
    [
      '\ufeff{}',
      '\ufeff',
      'found a byte order mark before the document',
      'save the file as UTF-8 without byte order mark',
    ],
    [
      '[\u00a01]',
      '\u00a0',
      'found the character U+00A0, which is not white space in JSON',
      'use an ordinary space',
    ],
    ['["a\tb"]', '\t', 'found the control character U+0009 in a string', 'write `\\t`'],
    ['["a\u0001b"]', '\u0001', 'found the control character U+0001 in a string', 'write `\\u0001`'],
    [
      '["\\x41"]',
      '\\x',
      'found `\\x`, expected one of the escapes \\" \\\\ \\/ \\b \\f \\n \\r \\t \\u',
      'write `\\\\` for a backslash',
    ],
    ['["\\u12"]', '\\u', 'found `\\u12"]`, expected `\\u` and four hexadecimal digits', undefined],
    ['[True]', 'True', 'found `True`, expected a value', 'write `true`'],
    ['[None]', 'None', 'found `None`, expected a value', 'write `null`'],
    ['[Allow]', 'Allow', 'found `Allow`, expected a value', 'put text in double quotes'],
    ['[truely]', 'truely', 'found `truely`, expected a value', 'put text in double quotes'],
    [
      '[01]',
      '01',
      'found `01`, which is not a number in JSON',
      'leave the leading zeros out, or put the value in double quotes',
    ],
    ['[+1]', '+1', 'found `+1`, which is not a number in JSON', 'leave the `+` out'],
    [
      '[.5]',
      '.5',
      'found `.5`, which is not a number in JSON',
      'write digits on both sides of the decimal point',
    ],
    [
      '[1.]',
      '1.',
      'found `1.`, which is not a number in JSON',
      'write digits on both sides of the decimal point',
    ],
    ['[0x1F]', '0x1F', 'found `0x1F`, which is not a number in JSON', 'put the value in double quotes'],
    ['[-]', '-', 'found `-`, which is not a number in JSON', 'put the value in double quotes'],
    ['{} {}', '{', 'found `{` after the end of the document', 'a file holds one document'],
    ['[1;2]', ';', 'found `;`, expected `,` or `]`', '`[` at line 1, column 1 is not closed'],
    ['[1}', '}', 'found `}`, expected `,` or `]`', '`[` at line 1, column 1 is not closed'],
    ['[1', '', 'found the end of the text, expected `,` or `]`', '`[` at line 1, column 1 is not closed'],
    ['\n {"a":', '', 'found the end of the text, expected a value', 'the text seems to be cut off'],
    ['{"a"', '', 'found the end of the text, expected `:` after the member name', undefined],
    ['{', '', 'found the end of the text, expected `,` or `}`', '`{` at line 1, column 1 is not closed'],
    [
      '["abc',
      '"abc',
      'found a string that is not closed before the end of the text',
      'close it with `"`; a line end inside a string is written `\\n`',
    ],
    [
      '["abc\n"]',
      '"abc',
      'found a string that is not closed before the end of the line',
      'close it with `"`; a line end inside a string is written `\\n`',
    ],
    [' \n', '', 'found an empty text, expected a JSON value', undefined],
    ['@', '@', 'found `@`, expected a value', undefined],
  ])('says what is wrong with %j', (text, marked, message, help) => {
    expect(mistakeIn(text)).toEqual({ message, marked, help });
  });

  test('goes on after mistakes whose meaning is plain', () => {
    const { diagnostics } = parseJson("{'a': [1,], // x\n b: True,}");
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'found a string in single quotes, expected double quotes',
      'found a comma before `]`, expected another value',
      'found a comment, which JSON does not have',
      'found `b`, expected a member name in double quotes',
      'found `True`, expected a value',
      'found a comma before `}`, expected another member',
    ]);
  });

  test('reports no more than twenty mistakes', () => {
    expect(parseJson(`[${',1'.repeat(5)}${',,1'.repeat(1000)}]`).diagnostics.length).toBeLessThanOrEqual(20);
  });

  test('allows 256 levels, and as many as the caller asks for up to 1,000', () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
    expect(parseJson(nested(256)).node).toBeDefined();
    expect(parseJson(nested(257)).diagnostics.map(({ code }) => code)).toEqual(['json-too-deep']);
    expect(parseJson(nested(1000), { maxDepth: 1e9 }).node).toBeDefined();
    expect(parseJson(nested(1001), { maxDepth: 1e9 }).node).toBeUndefined();
    expect(parseJson(nested(1), { maxDepth: Number.NaN }).node).toBeUndefined();
    expect(parseJson('1', { maxDepth: 0 }).node).toBeDefined();
  });

  test('survives nesting of 100,000 levels', () => {
    for (const open of ['[', '{"a":', '[{"a":']) {
      expect(parseJson(open.repeat(100_000)).diagnostics.map(({ code }) => code)).toEqual(['json-too-deep']);
    }
  });

  test('counts bytes in UTF-8', () => {
    const fits = (text: string, maxBytes: number): boolean =>
      parseJson(text, { maxBytes }).node !== undefined;
    for (const [text, bytes] of [
      ['"ab"', 4],
      ['"\u00e4"', 4],
      ['"\u20ac"', 5],
      ['"\u{1f600}"', 6],
      ['"\ud800"', 5],
    ] as const) {
      expect(fits(text, bytes)).toBe(true);
      expect(fits(text, bytes - 1)).toBe(false);
    }
    expect(parseJson('"ab"', { maxBytes: 1 }).diagnostics[0]?.code).toBe('json-too-large');
  });
});
