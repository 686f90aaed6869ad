import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holds } from '../_testing/holds.ts';
import { decodeBase64, equalsBase64, isBase64 } from './base64.ts';
import { compareDecimals, compareNumbers, parseDecimal } from './decimal.ts';
import { instantFraction, instantSeconds } from './instant.ts';
import { parseIpv6 } from './ipv6.ts';
import { parseShortNumber } from './shortNumber.ts';

const DIGITS = fc.string({ unit: fc.constantFrom('0', '1', '5', '9'), minLength: 1, maxLength: 22 });
const plain = fc
  .tuple(fc.constantFrom('', '-'), DIGITS, fc.option(DIGITS, { nil: undefined }))
  .map(([sign, whole, fraction]) => sign + whole + (fraction === undefined ? '' : `.${fraction}`));

/** Compares plain decimals as integers after moving the point of both far to the right. */
function oracle(left: string, right: string): number {
  const [a, b] = [left, right].map((text) => {
    const [whole = '', fraction = ''] = text.split('.');
    return BigInt(whole.replace('-', '') + fraction.padEnd(30, '0')) * (text.startsWith('-') ? -1n : 1n);
  }) as [bigint, bigint];
  return a < b ? -1 : a > b ? 1 : 0;
}

describe('numbers', () => {
  test('S95: compareDecimals = an oracle on integers', () => {
    fc.assert(
      fc.property(plain, plain, (left, right) => {
        const [a, b] = [parseDecimal(left), parseDecimal(right)];
        if (a === undefined || b === undefined) throw new Error('must parse');
        expect(compareDecimals(a, b)).toBe(oracle(left, right));
        expect(compareNumbers(left, right)).toBe(oracle(left, right));
        expect(compareNumbers(left, `${right}x`)).toBeUndefined();
        expect(holds('NumericLessThan', { policy: right, request: left })).toBe(oracle(left, right) < 0);
        expect(holds('NumericEquals', { policy: right, request: left })).toBe(oracle(left, right) === 0);
      }),
      { numRuns: 500 },
    );
  });

  test('S95: the short way = the exact way, also for neighbours', () => {
    const short = fc
      .tuple(fc.integer({ min: 0, max: 999_999_999_999_999 }), fc.nat(15))
      .map(([mantissa, places]) => {
        const digits = String(mantissa).padStart(places + 1, '0');
        return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
      });
    fc.assert(
      fc.property(short, fc.constantFrom(-1, 0, 1), (text, step) => {
        const digits = BigInt(text.replace('.', '')) + BigInt(step);
        fc.pre(digits >= 0n && digits < 1_000_000_000_000_000n);
        const places = text.includes('.') ? text.length - 1 - text.indexOf('.') : 0;
        const padded = String(digits).padStart(places + 1, '0');
        const other = places === 0 ? padded : `${padded.slice(0, -places)}.${padded.slice(-places)}`;
        const [a, b] = [parseShortNumber(text), parseShortNumber(other)];
        if (!Number.isNaN(a) && !Number.isNaN(b)) expect(Math.sign(b - a)).toBe(step);
        expect(holds('NumericGreaterThan', { policy: text, request: other })).toBe(step > 0);
      }),
      { numRuns: 1000 },
    );
  });

  test('S95: whatever the short way reads, the exact way reads, and Number agrees', () => {
    const text = fc.string({ unit: fc.constantFrom('0', '7', '.', '-', 'e', '+', ' '), maxLength: 8 });
    fc.assert(
      fc.property(text, (text) => {
        const short = parseShortNumber(text);
        const exact = parseDecimal(text);
        if (exact === undefined) expect(short).toBeNaN();
        else if (!Number.isNaN(short)) expect(short).toBe(Number(text));
        // Not by Number, to which 7e-777 is zero.
        const isZero = !(text.split('e')[0] ?? '').includes('7');
        if (exact !== undefined) expect(exact.sign).toBe(isZero ? 0 : text.startsWith('-') ? -1 : 1);
      }),
      { numRuns: 1000 },
    );
  });

  test('invariant 17: 1 = 1.0 = "1"', () => {
    fc.assert(
      fc.property(fc.integer(), (value) => {
        expect(holds('NumericEquals', { policy: `${value}.0`, request: value })).toBe(true);
        expect(holds('NumericEquals', { policy: String(value), request: String(value) })).toBe(true);
      }),
    );
  });
});

describe('dates', () => {
  const reading = { milliseconds: false, years: true } as const;

  test('S97: every instant of Date reads as its epoch', () => {
    const dates = fc.date({
      min: new Date('0000-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(dates, fc.integer({ min: -1439, max: 1439 }), (date, offset) => {
        const milliseconds = date.getTime();
        const iso = date.toISOString();
        expect(instantSeconds(iso, reading)).toBe(Math.floor(milliseconds / 1000));
        expect(Number(`0.${instantFraction(iso, reading)}`) * 1000).toBeCloseTo(
          ((milliseconds % 1000) + 1000) % 1000,
        );
        // Date's own texts of a zone, its local time ahead of UTC by the offset.
        const local = new Date(milliseconds + offset * 60_000);
        fc.pre(local.getUTCFullYear() >= 0 && local.getUTCFullYear() <= 9999);
        const [hours, minutes] = [Math.trunc(Math.abs(offset) / 60), Math.abs(offset) % 60];
        const zone = `${offset < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
        expect(instantSeconds(local.toISOString().replace('Z', zone), reading)).toBe(
          Math.floor(milliseconds / 1000),
        );
      }),
      { numRuns: 500 },
    );
  });

  test('invariant 17: epoch = ISO for one instant, before 1970 and with fractions, too', () => {
    fc.assert(
      fc.property(fc.integer({ min: -62_167_219_200_000, max: 253_402_300_799_998 }), (milliseconds) => {
        const sign = milliseconds < 0 ? '-' : '';
        const magnitude = String(Math.abs(milliseconds)).padStart(4, '0');
        const epoch = `${sign}${magnitude.slice(0, -3)}.${magnitude.slice(-3)}`;
        const iso = new Date(milliseconds).toISOString();
        const options = { epochMilliseconds: 'false', fourDigitDate: 'epoch' } as const;
        expect(holds('DateEquals', { policy: iso, request: epoch, options })).toBe(true);
        const later = new Date(milliseconds + 1).toISOString();
        expect(holds('DateLessThan', { policy: later, request: epoch, options })).toBe(true);
        const chosen = { epochMilliseconds: 'true' } as const;
        if (Math.abs(milliseconds) >= 1e11) {
          expect(holds('DateEquals', { policy: iso, request: milliseconds, options: chosen })).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('S97: a day exists exactly when Date keeps it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9999 }), fc.nat(14), fc.nat(33), (year, month, day) => {
        const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        const date = new Date(Date.UTC(year, month - 1, day));
        const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
        expect(Number.isNaN(instantSeconds(text, reading))).toBe(!exists);
      }),
      { numRuns: 500 },
    );
  });
});

describe('addresses', () => {
  const words = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 0xffff })), {
    minLength: 8,
    maxLength: 8,
  });

  test('invariant 17: a wider prefix grows the match, and 0 matches all of the family', () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.ipV4(), fc.integer({ min: 1, max: 32 }), (base, request, bits) => {
        if (holds('IpAddress', { policy: `${base}/${bits}`, request })) {
          expect(holds('IpAddress', { policy: `${base}/${bits - 1}`, request })).toBe(true);
        }
        expect(holds('IpAddress', { policy: `${base}/0`, request })).toBe(true);
        expect(holds('IpAddress', { policy: `${base}/${bits}`, request: base })).toBe(true);
      }),
    );
  });

  test('S105: an IPv6 range holds the addresses that agree on its first bits', () => {
    fc.assert(
      fc.property(words, fc.nat(127), fc.nat(128), (words, flipped, bits) => {
        const other = words.map((word, index) =>
          index === flipped >> 4 ? word ^ (0x8000 >> (flipped & 15)) : word,
        );
        const [policy, request] = [words, other].map((all) => all.map((word) => word.toString(16)).join(':'));
        expect(holds('IpAddress', { policy: `${policy}/${bits}`, request })).toBe(flipped >= bits);
      }),
      { numRuns: 300 },
    );
  });

  test('invariant 17: spellings of one IPv6 address are equal', () => {
    fc.assert(
      fc.property(
        words,
        fc.nat(7),
        fc.integer({ min: 1, max: 8 }),
        fc.boolean(),
        fc.boolean(),
        (words, start, length, upper, tail) => {
          const zeros = words.map((word, index) => (index >= start && index < start + length ? 0 : word));
          const hex = zeros.map((word) => word.toString(16));
          const ipv4 = zeros
            .slice(6)
            .flatMap((word) => [word >> 8, word & 255])
            .join('.');
          const groups = tail ? [...hex.slice(0, 6), ipv4] : hex;
          const end = Math.min(start + length, tail ? 6 : 8);
          const spellings = [groups.join(':')];
          if (end > start)
            spellings.push(`${groups.slice(0, start).join(':')}::${groups.slice(end).join(':')}`);
          for (const spelling of spellings) {
            const read = new Uint16Array(8);
            expect(parseIpv6(upper ? spelling.toUpperCase() : spelling, read)).toBe(true);
            expect([...read]).toEqual(zeros);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('base64', () => {
  test('S104: decodes what Buffer encodes, in both alphabets and with or without padding', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20 }), fc.uint8Array({ maxLength: 4 }), (bytes, others) => {
        const standard = Buffer.from(bytes).toString('base64');
        for (const text of [
          standard,
          standard.replaceAll('=', ''),
          Buffer.from(bytes).toString('base64url'),
        ]) {
          expect(isBase64(text)).toBe(true);
          expect(decodeBase64(text)).toEqual(bytes);
          expect(equalsBase64(text, bytes)).toBe(true);
          expect(equalsBase64(text, others)).toBe(Buffer.from(bytes).equals(Buffer.from(others)));
        }
      }),
    );
  });
});
