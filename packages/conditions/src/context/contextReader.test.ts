import { describe, expect, test } from 'vitest';
import {
  AMBIGUOUS,
  ContextReader,
  KeyTable,
  UNKNOWN,
  UNREADABLE,
  type ContextReading,
  type RequestContext,
} from '../index.ts';

/** Reads one key of a context that may hold anything. */
function read(context: unknown, key = 'aws:Key'): ContextReading {
  const keys = new KeyTable();
  const slot = keys.slot(key);
  const reader = new ContextReader(keys);
  reader.load(context as RequestContext);
  return reader.value(slot);
}

describe('KeyTable', () => {
  test('S73: names that differ only in case have one slot', () => {
    const keys = new KeyTable();
    const slot = keys.slot('aws:ResourceTag/Owner');
    expect(keys.slot('AWS:resourcetag/OWNER')).toBe(slot);
    expect(keys.slot('aws:ResourceTag/Owners')).not.toBe(slot);
    expect(keys.find('aws:resourceTag/owner')).toBe(slot);
    expect(keys.find('aws:ResourceTag')).toBe(-1);
    expect(keys.name(slot)).toBe('aws:ResourceTag/Owner');
    expect(keys.name(99)).toBe('');
    expect(keys.size).toBe(2);
  });

  test('keeps thousands of keys apart', () => {
    const keys = new KeyTable();
    const names = Array.from({ length: 5000 }, (_, index) => `aws:RequestTag/${index}`);
    expect(names.map((name) => keys.slot(name))).toEqual(names.map((_, index) => index));
    expect(names.map((name) => keys.find(name.toUpperCase()))).toEqual(names.map((_, index) => index));
  });
});

describe('ContextReader', () => {
  test('S73: finds a key whatever its case', () => {
    expect(read({ 'AWS:kEY': 'v' })).toBe('v');
    expect(read({ 'aws:Keys': 'v', 'aws:Ke': 'v', aws_Key: 'v' })).toBeUndefined();
    expect(
      read(
        { 'EC2:resourcetag/AWS:cloudformation:stack-Name': 'v' },
        'ec2:ResourceTag/aws:cloudformation:stack-name',
      ),
    ).toBe('v');
  });

  test('S75: the tag key may hold slashes, colons and blanks', () => {
    const key = 'aws:RequestTag/a/b:c d';
    expect(read({ [key]: 'v', 'aws:RequestTag/a': 'w' }, key)).toBe('v');
  });

  test('S74: keys that differ only in case are ambiguous if their values differ', () => {
    expect(read({ 'aws:key': 'a', 'aws:Key': 'b' })).toBe(AMBIGUOUS);
    expect(read({ 'aws:key': 'a', 'aws:Key': 'a' })).toBe('a');
    expect(read({ 'aws:key': 'a', 'aws:Key': 'b', 'AWS:key': 'a' })).toBe(AMBIGUOUS);
    expect(read({ 'aws:key': ['a', 'b'], 'aws:Key': ['a', 'b'] })).toEqual(['a', 'b']);
    expect(read({ 'aws:key': ['a', 'b'], 'aws:Key': ['b', 'a'] })).toBe(AMBIGUOUS);
    expect(read({ 'aws:key': 'a', 'aws:Key': ['a'] })).toBe(AMBIGUOUS);
    expect(read({ 'aws:key': 18, 'aws:Key': '18' })).toBe('18');
    expect(read({ 'aws:key': undefined, 'aws:Key': 'a' })).toBe('a');
    expect(read({ 'aws:key': 'a', 'aws:Key': undefined })).toBe('a');
  });

  test('S18: numbers and booleans read as their text', () => {
    expect(read({ 'aws:Key': 18 })).toBe('18');
    expect(read({ 'aws:Key': -0 })).toBe('0');
    expect(read({ 'aws:Key': 1e21 })).toBe('1e+21');
    expect(read({ 'aws:Key': true })).toBe('true');
    expect(read({ 'aws:Key': [1, false, 'x'] })).toEqual(['1', 'false', 'x']);
    expect(read({ 'aws:Key': [] })).toEqual([]);
  });

  test.each([
    null,
    {},
    { toString: () => 'x' },
    [null],
    ['a', ['b']],
    [undefined],
    // eslint-disable-next-line no-sparse-arrays
    ['a', , 'b'],
    NaN,
    Infinity,
    [NaN],
    1n,
    Symbol('s'),
    () => 'x',
    new String('x'),
  ])('reads what is no context value as unreadable (%#)', (value) => {
    expect(read({ 'aws:Key': value })).toBe(UNREADABLE);
  });

  test('takes undefined for absent, as JSON does', () => {
    expect(read({ 'aws:Key': undefined })).toBeUndefined();
    expect(read(undefined)).toBeUndefined();
    expect(read({})).toBeUndefined();
  });

  test('sees own enumerable properties only', () => {
    expect(read(Object.create({ 'aws:Key': 'inherited' }))).toBeUndefined();
    expect(read({}, 'toString')).toBeUndefined();
    expect(read({}, '__proto__')).toBeUndefined();
    expect(read({}, 'constructor')).toBeUndefined();
    expect(read(JSON.parse('{"__proto__": "own"}'), '__proto__')).toBe('own');
    expect(read(JSON.parse('{"__proto__": {"aws:Key": "x"}}'))).toBeUndefined();
    expect(read(JSON.parse('{"hasOwnProperty": "x", "aws:Key": "y"}'))).toBe('y');
    expect(read(Object.assign(Object.create(null), { 'aws:Key': 'v' }))).toBe('v');
    expect(
      read(Object.defineProperty({}, 'aws:Key', { value: 'hidden', enumerable: false })),
    ).toBeUndefined();
    const polluted = Object.create(
      { 'AWS:KEY': 'inherited' },
      { 'aws:Key': { value: 'own', enumerable: true } },
    );
    expect(read(polluted)).toBe('own');
  });

  test('reads as unreadable what throws', () => {
    const throwing = {
      get 'aws:Key'(): string {
        throw new Error('no');
      },
    };
    expect(read(throwing)).toBe(UNREADABLE);
    const proxy = new Proxy(
      { 'aws:Key': 'v' },
      {
        ownKeys: () => {
          throw new Error('no');
        },
      },
    );
    expect(read(proxy)).toBe(UNREADABLE);
    const keys = new KeyTable();
    const [first, second] = [keys.slot('first'), keys.slot('second')];
    const reader = new ContextReader(keys);
    reader.load(
      Object.defineProperties(
        {},
        {
          first: { value: 'x', enumerable: true },
          broken: {
            get: () => {
              throw new Error('no');
            },
            enumerable: true,
          },
        },
      ) as RequestContext,
    );
    expect(reader.value(first)).toBe('x');
    reader.load(
      Object.defineProperties(
        {},
        {
          first: { value: 'x', enumerable: true },
          second: {
            get: () => {
              throw new Error('no');
            },
            enumerable: true,
          },
        },
      ) as RequestContext,
    );
    expect([reader.value(first), reader.value(second)]).toEqual([UNREADABLE, UNREADABLE]);
    reader.load({ second: 'y' });
    expect([reader.value(first), reader.value(second)]).toEqual([undefined, 'y']);
  });

  test.each(['x', 7, null, true, ['a']])(
    'takes a context that is no object without throwing (%#)',
    (context) => {
      expect(read(context)).toBeUndefined();
    },
  );

  test('forgets the request before', () => {
    const keys = new KeyTable();
    const [a, b] = [keys.slot('a'), keys.slot('b')];
    const reader = new ContextReader(keys);
    const contexts: RequestContext[] = [
      { a: '1', b: '2' },
      { b: '3', a: '4' },
      { b: '5' },
      {},
      { x: '0', A: '6' },
    ];
    for (let round = 0; round < 3; round++) {
      const seen = contexts.map((context) => {
        reader.load(context);
        return [reader.value(a), reader.value(b)];
      });
      expect(seen).toEqual([
        ['1', '2'],
        ['4', '3'],
        [undefined, '5'],
        [undefined, undefined],
        ['6', undefined],
      ]);
    }
    reader.load();
    expect(reader.value(a)).toBeUndefined();
  });

  test('knows keys that join the table later, also for the request that is loaded', () => {
    const keys = new KeyTable();
    const a = keys.slot('a');
    const reader = new ContextReader(keys);
    reader.load({ a: '1', b: ['2'], c: [3] });
    reader.markUnknown(['c', 'nowhere']);
    expect(reader.value(a)).toBe('1');
    const [b, c] = [keys.slot('B'), keys.slot('c')];
    expect([reader.value(a), reader.value(b)]).toEqual(['1', ['2']]);
    reader.markUnknown(['C']);
    expect([reader.value(a), reader.value(b), reader.value(c)]).toEqual(['1', ['2'], UNKNOWN]);
    keys.slot('d');
    reader.markUnknown([]);
    expect(reader.value(c)).toBe(UNKNOWN);
  });

  test('keeps a key unknown until the next request, whatever the context holds', () => {
    const keys = new KeyTable();
    const slot = keys.slot('a');
    const reader = new ContextReader(keys);
    reader.load({ A: '1' });
    reader.markUnknown(['A']);
    expect(reader.value(slot)).toBe(UNKNOWN);
    reader.load({ A: '1' });
    expect(reader.value(slot)).toBe('1');
    reader.markUnknown(['a']);
    expect(reader.value(slot)).toBe(UNKNOWN);
  });

  test('reads contexts of more keys than it remembers, and ever other keys', () => {
    const keys = new KeyTable();
    const slot = keys.slot('wanted');
    const reader = new ContextReader(keys);
    for (let round = 0; round < 4; round++) {
      const other = Array.from({ length: 1500 }, (_, index) => [`key-${round}-${index}`, 'x']);
      reader.load(Object.fromEntries([...other, ['WANTED', `${round}`]]));
      expect(reader.value(slot)).toBe(`${round}`);
    }
  });
});
