import { describe, expect, test } from 'vitest';
import { holds } from '../_testing/holds.ts';
import { compareDates } from './compareDates.ts';

const FORMS = [
  '2026',
  '2026-01-01',
  '2025-12-31T23:00:00.5Z',
  '2025-12-31T23:00:00.25Z',
  '1767225600',
  '1767225600.0',
  '1767225600000',
  '99999999999',
  '-1.5',
  'soon',
];

describe('compareDates', () => {
  test.each([
    ['2026-01-01', '2025-12-31', 1],
    ['2026-01-01', '1767225600', 0],
    ['2025-12-31T23:00:00.25Z', '2025-12-31T23:00:00.5Z', -1],
    ['2026-01-01T01:00:00+02:00', '2025-12-31T23:00:00Z', 0],
    ['-1.5', '-1.25', -1],
    // S100: a year, or seconds of 1970.
    ['2026', '2025-01-01', undefined],
    // S99: seconds, or milliseconds.
    ['1767225600000', '2026-01-01', undefined],
    ['2026-02-30', '2026-01-01', undefined],
    ['soon', 'soon', undefined],
  ] as const)('S96: %s and %s', (left, right, order) => {
    expect(compareDates(left, right)).toBe(order);
  });

  test('says what the operators decide, and nothing where one of them is undecided', () => {
    for (const request of FORMS) {
      for (const policy of FORMS) {
        const order = compareDates(request, policy);
        const found = ['DateLessThan', 'DateEquals', 'DateGreaterThan'].map((operator) =>
          holds(operator, { policy, request }),
        );
        if (order === undefined) expect(found, `${request} ${policy}`).toContain('undecided');
        else expect(found, `${request} ${policy}`).toEqual([order === -1, order === 0, order === 1]);
      }
    }
  });
});
