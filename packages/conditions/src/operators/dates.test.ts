import { describe, expect, test } from 'vitest';
import { holds } from '../_testing/holds.ts';

const ORDERED = [
  ['DateLessThan', true, false, false],
  ['DateLessThanEquals', true, true, false],
  ['DateGreaterThan', false, false, true],
  ['DateGreaterThanEquals', false, true, true],
  ['DateEquals', false, true, false],
  ['DateNotEquals', true, false, true],
] as const;

describe('date operators', () => {
  test.each(ORDERED)('S96: %s has the request value on its left', (operator, less, equal, greater) => {
    const policy = '2020-04-01T00:00:00Z';
    expect(holds(operator, { policy, request: '2020-03-31T23:59:59Z' })).toBe(less);
    expect(holds(operator, { policy, request: policy })).toBe(equal);
    expect(holds(operator, { policy, request: '2020-04-01T00:00:00.001Z' })).toBe(greater);
  });

  test.each([
    ['2020-02', '2020-02-01T00:00:00Z'],
    ['2020-02-29', '2020-02-29T00:00:00Z'],
    ['2020-01-01T12:30Z', '2020-01-01T12:30:00Z'],
    ['2020-01-01T01:00:00+01:00', '2020-01-01T00:00:00Z'],
    ['2019-12-31T18:30-05:30', '2020-01-01T00:00:00Z'],
    ['2020-01-01T00:00:00.500Z', '2020-01-01T00:00:00.5Z'],
    ['2020-01-01T00:00:00.000Z', '2020-01-01T00:00:00-00:00'],
    ['1577836800', '2020-01-01T00:00:00Z'],
    ['1577836800.25', '2020-01-01T00:00:00.25Z'],
    ['-1', '1969-12-31T23:59:59Z'],
    ['-1.5', '1969-12-31T23:59:58.5Z'],
    ['-0.125', '1969-12-31T23:59:59.875Z'],
    ['-86400', '1969-12-31'],
    ['0', '1970-01-01'],
    ['951782400', '2000-02-29'],
    ['-62167219200', '0000-01-01'],
    ['99999999999', '5138-11-16T09:46:39Z'],
  ])('S97 to S101: %s = %s', (one, other) => {
    expect(holds('DateEquals', { policy: one, request: other })).toBe(true);
    expect(holds('DateEquals', { policy: other, request: one })).toBe(true);
    expect(holds('DateNotEquals', { policy: other, request: one })).toBe(false);
  });

  test('S96: fractions of any length count', () => {
    const request = '2020-01-01T00:00:00.1234567890123456789012Z';
    expect(holds('DateLessThan', { policy: '2020-01-01T00:00:00.1234567890123456789013Z', request })).toBe(
      true,
    );
    expect(holds('DateEquals', { policy: '2020-01-01T00:00:00.1234567890123456789012000Z', request })).toBe(
      true,
    );
    expect(holds('DateGreaterThan', { policy: '2020-01-01T00:00:00.12Z', request })).toBe(true);
    expect(holds('DateLessThan', { policy: '-1.25', request: '-1.5' })).toBe(true);
  });

  test.each([
    '2021-02-29',
    '1900-02-29',
    '2020-04-31',
    '2020-00-01',
    '2020-13',
    '2020-01-00',
    '2020-01-01T24:00:00Z',
    '2020-01-01T23:60:00Z',
    '2020-01-01T23:59:60Z',
    '2020-01-01T00:00:00',
    '2020-01-01T00:00:00.Z',
    '2020-01-01T00Z',
    '2020-01-01T00:00:00+0100',
    '2020-01-01T00:00:00+01',
    '2020-01-01T00:00:00+24:00',
    '2020-01-01T00:00:00+01:60',
    '2020-01-01t00:00:00z',
    '2020-01-01 00:00:00Z',
    '2020-1-1',
    '20200101T000000Z',
    '2020-01-01T00:00:00ZZ',
    '+2020-01-01',
    '20-01-01',
    '2020-',
    '2020-01-',
    '2020-01-01T',
    '',
    ' ',
    'now',
    '1577836800s',
    '1577836800.',
    '.5',
    '--1',
    '-',
    '1e9',
    '1234567890123456',
    '2020*',
    '2020-06-31T10:00:00Z',
    '2025-01-01T10:00:00+99:99',
  ])('S98: `%s` is no date, so that no operator can tell on either side', (text) => {
    for (const [operator] of ORDERED) {
      expect(holds(operator, { policy: '2020-01-01', request: text })).toBe('undecided');
      expect(holds(operator, { policy: text, request: '2020-01-01' })).toBe('undecided');
      expect(holds(`${operator}IfExists`, { policy: text, request: '2020-01-01' })).toBe('undecided');
      expect(holds(`ForAllValues:${operator}`, { policy: text, request: ['2020-01-01'] })).toBe('undecided');
    }
    expect(holds('DateEquals', { policy: [text, '2020-01'], request: '2020-01-01' })).toBe(true);
    expect(holds('DateNotEquals', { policy: [text, '2020-01'], request: '2020-01-01' })).toBe(false);
    expect(holds('DateEquals', { policy: [text, '2021-01'], request: '2020-01-01' })).toBe('undecided');
    expect(holds('DateNotEquals', { policy: [text, '2021-01'], request: '2020-01-01' })).toBe('undecided');
  });

  test('S99: long epoch times are undecided where seconds and milliseconds differ; either can be chosen', () => {
    const iso = '2020-01-01T00:00:00.123Z';
    const long = '1577836800123';
    expect(holds('DateEquals', { policy: iso, request: long })).toBe('undecided');
    expect(holds('DateEquals', { policy: long, request: iso })).toBe('undecided');
    expect(holds('DateNotEquals', { policy: iso, request: long })).toBe('undecided');
    expect(holds('DateEquals', { policy: [iso, long], request: long })).toBe(true);
    expect(holds('DateGreaterThan', { policy: '2000-01-01', request: long })).toBe(true);
    expect(holds('DateLessThan', { policy: long, request: '99999999999' })).toBe('undecided');
    const seconds = { epochMilliseconds: 'false' } as const;
    expect(holds('DateEquals', { policy: iso, request: long, options: seconds })).toBe(false);
    expect(holds('DateGreaterThan', { policy: '9999-01-01', request: long, options: seconds })).toBe(true);
    const last = { policy: '9999-12-31T23:59:59Z', request: '253402300799' };
    expect(holds('DateEquals', { ...last, options: seconds })).toBe(true);
    const options = { epochMilliseconds: 'true' } as const;
    expect(holds('DateEquals', { policy: iso, request: long, options })).toBe(true);
    expect(holds('DateEquals', { policy: '1577836800.123', request: `${long}.0`, options })).toBe(true);
    const before = { policy: '1966-10-31T14:13:19.999Z', request: '-100000000001' };
    expect(holds('DateEquals', { ...before, options })).toBe(true);
    expect(holds('DateEquals', { ...before, options: seconds })).toBe(false);
    expect(holds('DateEquals', { policy: '1966-10-31T14:13:20Z', request: '-100000000000', options })).toBe(
      true,
    );
    expect(holds('DateEquals', { policy: '5138-11-16T09:46:39Z', request: '99999999999', options })).toBe(
      true,
    );
  });

  test('S100: four digits are undecided where year and seconds differ; either can be chosen', () => {
    expect(holds('DateEquals', { policy: '2020-01-01', request: '2020' })).toBe('undecided');
    expect(holds('DateEquals', { policy: '1970-01-01T00:33:40Z', request: '2020' })).toBe('undecided');
    expect(holds('DateNotEquals', { policy: '2020', request: '2020-01-01' })).toBe('undecided');
    expect(holds('DateGreaterThan', { policy: '2010-01-01', request: '2020' })).toBe('undecided');
    // Both readings agree.
    expect(holds('DateEquals', { policy: '2020', request: 2020 })).toBe(true);
    expect(holds('DateLessThan', { policy: '2021', request: '2020' })).toBe(true);
    expect(holds('DateLessThan', { policy: '2021-01-01', request: '2020' })).toBe(true);
    expect(holds('DateEquals', { policy: '1999-01-01', request: '2020' })).toBe(false);
    // Another value settles it.
    expect(holds('DateEquals', { policy: ['2020', '2020-01-01'], request: '2020-01-01' })).toBe(true);
    expect(holds('DateNotEquals', { policy: ['2020', '2020-01-01'], request: '2020-01-01' })).toBe(false);
    const year = { fourDigitDate: 'year' } as const;
    expect(holds('DateEquals', { policy: '2020-01-01', request: '2020', options: year })).toBe(true);
    const options = { fourDigitDate: 'epoch' } as const;
    expect(holds('DateEquals', { policy: '1970-01-01T00:33:40Z', request: '2020', options })).toBe(true);
    expect(holds('DateEquals', { policy: '1970-01-01T00:16:39Z', request: '999' })).toBe(true);
    expect(holds('DateEquals', { policy: '1970-01-01T03:25:45Z', request: '12345' })).toBe(true);
    expect(holds('DateEquals', { policy: '1969-12-31T23:43:21Z', request: '-999' })).toBe(true);
    expect(holds('DateEquals', { policy: '1970-01-01T00:00:12.5Z', request: '12.5' })).toBe(true);
  });

  test('S99, S100: the two questions are open each by itself', () => {
    const one = { policy: '1577836800123', request: '2021' };
    expect(holds('DateLessThan', one)).toBe('undecided');
    expect(holds('DateLessThan', { ...one, options: { fourDigitDate: 'epoch' } })).toBe(true);
    expect(holds('DateLessThan', { ...one, options: { epochMilliseconds: 'false' } })).toBe(true);
    expect(holds('DateLessThan', { ...one, options: { epochMilliseconds: 'true' } })).toBe('undecided');
  });

  test('S101: aws:EpochTime works with numeric operators, too', () => {
    expect(holds('NumericLessThan', { policy: '1600000000', request: 1577836800 })).toBe(true);
  });
});
