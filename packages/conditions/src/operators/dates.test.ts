import { describe, expect, it } from 'vitest';
import { holds } from '../../test/holds.ts';

const ORDERED = [
  ['DateLessThan', true, false, false],
  ['DateLessThanEquals', true, true, false],
  ['DateGreaterThan', false, false, true],
  ['DateGreaterThanEquals', false, true, true],
  ['DateEquals', false, true, false],
  ['DateNotEquals', true, false, true],
] as const;

describe('date operators', () => {
  it.each(ORDERED)('S96: %s has the request value on its left', (operator, less, equal, greater) => {
    const policy = '2020-04-01T00:00:00Z';
    expect(holds(operator, { policy, request: '2020-03-31T23:59:59Z' })).toBe(less);
    expect(holds(operator, { policy, request: policy })).toBe(equal);
    expect(holds(operator, { policy, request: '2020-04-01T00:00:00.001Z' })).toBe(greater);
  });

  it.each([
    ['2020', '2020-01-01T00:00:00Z'],
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
    ['253402300799', '9999-12-31T23:59:59Z'],
  ])('S97 to S101: %s = %s', (one, other) => {
    expect(holds('DateEquals', { policy: one, request: other })).toBe(true);
    expect(holds('DateEquals', { policy: other, request: one })).toBe(true);
    expect(holds('DateNotEquals', { policy: other, request: one })).toBe(false);
  });

  it('S96: fractions of any length count', () => {
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

  it.each([
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
  ])('S97, S99: `%s` is no date, and satisfies no operator on either side', (text) => {
    for (const [operator] of ORDERED) {
      expect(holds(operator, { policy: '2020-01-01', request: text })).toBe(false);
      expect(holds(operator, { policy: text, request: '2020-01-01' })).toBe(false);
    }
    expect(
      holds('DateNotEquals', { policy: text, request: '2020', options: { malformedNotEquals: 'true' } }),
    ).toBe(true);
  });

  it('S99: epoch times count seconds; milliseconds can be chosen', () => {
    const options = { epochMilliseconds: true };
    const iso = '2020-01-01T00:00:00.123Z';
    expect(holds('DateEquals', { policy: iso, request: '1577836800123' })).toBe(false);
    expect(holds('DateGreaterThan', { policy: '9999', request: '1577836800123' })).toBe(true);
    expect(holds('DateEquals', { policy: iso, request: '1577836800123', options })).toBe(true);
    expect(holds('DateEquals', { policy: '1577836800.123', request: '1577836800123.0', options })).toBe(true);
    expect(
      holds('DateEquals', { policy: '1966-10-31T14:13:19.999Z', request: '-100000000001', options }),
    ).toBe(true);
    expect(holds('DateEquals', { policy: '1966-10-31T14:13:20Z', request: '-100000000000', options })).toBe(
      true,
    );
    expect(holds('DateEquals', { policy: '5138-11-16T09:46:39Z', request: '99999999999', options })).toBe(
      true,
    );
  });

  it('S100: four digits are a year unless chosen otherwise', () => {
    expect(holds('DateEquals', { policy: '2020', request: 2020 })).toBe(true);
    expect(holds('DateEquals', { policy: '2020-01-01', request: '2020' })).toBe(true);
    const options = { fourDigitDate: 'epoch' } as const;
    expect(holds('DateEquals', { policy: '1970-01-01T00:33:40Z', request: '2020', options })).toBe(true);
    expect(holds('DateEquals', { policy: '1970-01-01T00:16:39Z', request: '999' })).toBe(true);
    expect(holds('DateEquals', { policy: '1970-01-01T03:25:45Z', request: '12345' })).toBe(true);
  });

  it('S101: aws:EpochTime works with numeric operators, too', () => {
    expect(holds('NumericLessThan', { policy: '1600000000', request: 1577836800 })).toBe(true);
  });
});
