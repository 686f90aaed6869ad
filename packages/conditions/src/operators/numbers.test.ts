import { describe, expect, test } from 'vitest';
import { holds } from '../_testing/holds.ts';

const ORDERED = [
  ['NumericLessThan', true, false, false],
  ['NumericLessThanEquals', true, true, false],
  ['NumericGreaterThan', false, false, true],
  ['NumericGreaterThanEquals', false, true, true],
  ['NumericEquals', false, true, false],
  ['NumericNotEquals', true, false, true],
] as const;

const GARBAGE = [
  '',
  ' 5',
  '5 ',
  '+5',
  '10abc',
  '0x10',
  '1_000',
  '1,5',
  '.5',
  '5.',
  '1e',
  '1e+',
  '-',
  '--1',
  'NaN',
  'Infinity',
  '1.2.3',
  '٣',
];

describe('numeric operators', () => {
  test.each(ORDERED)('S94: %s has the request value on its left', (operator, less, equal, greater) => {
    expect(holds(operator, { policy: '10', request: '9' })).toBe(less);
    expect(holds(operator, { policy: '10', request: 10 })).toBe(equal);
    expect(holds(operator, { policy: '10', request: '10.5' })).toBe(greater);
    expect(holds(operator, { policy: '-10', request: '-10.5' })).toBe(less);
  });

  test('S70: several limits are alternatives', () => {
    expect(holds('NumericLessThan', { policy: ['5', '10'], request: '7' })).toBe(true);
    expect(holds('NumericEquals', { policy: ['5', '10'], request: '7' })).toBe(false);
  });

  test.each([
    ['10', '10.0'],
    ['10', '010'],
    ['0.1', '0.10'],
    ['1e3', '1000'],
    ['1E+3', '1000.000'],
    ['15e-1', '1.5'],
    ['0', '-0'],
    ['0', '0e999999999'],
    ['1e21', '1000000000000000000000'],
    ['0.00000000000000000000001', '1e-23'],
    ['1e0000000000002', '100'],
  ])('S95: %s = %s', (one, other) => {
    expect(holds('NumericEquals', { policy: one, request: other })).toBe(true);
    expect(holds('NumericEquals', { policy: other, request: one })).toBe(true);
    expect(holds('NumericNotEquals', { policy: one, request: other })).toBe(false);
    expect(holds('NumericLessThan', { policy: one, request: other })).toBe(false);
  });

  test.each([
    ['9007199254740992', '9007199254740993'],
    ['0.1', '0.10000000000000000000000001'],
    ['0', '0.00000000000000000000000001'],
    ['-0.00000000000000000000000001', '0'],
    ['-1e400', '-1e399'],
    ['1e-400', '1e-399'],
    ['-1e-400', '0'],
    ['9', '10'],
    ['0.30000000000000000001', '0.30000000000000000002'],
    ['99999999999999', '100000000000000000'],
  ])('S95: %s < %s, exactly', (one, other) => {
    expect(holds('NumericLessThan', { policy: other, request: one })).toBe(true);
    expect(holds('NumericLessThan', { policy: one, request: other })).toBe(false);
    expect(holds('NumericEquals', { policy: one, request: other })).toBe(false);
    expect(holds('NumericNotEquals', { policy: one, request: other })).toBe(true);
  });

  test.each(GARBAGE)('S95: with `%s` on either side no operator can tell', (text) => {
    for (const [operator] of ORDERED) {
      expect(holds(operator, { policy: '5', request: text })).toBe('undecided');
      expect(holds(operator, { policy: text, request: '5' })).toBe('undecided');
      expect(holds(operator, { policy: text, request: text })).toBe('undecided');
      expect(holds(`${operator}IfExists`, { policy: text, request: '5' })).toBe('undecided');
      expect(holds(`ForAnyValue:${operator}`, { policy: text, request: ['5'] })).toBe('undecided');
    }
  });

  test('S95: a value that matches settles it, one that differs does not', () => {
    expect(holds('NumericEquals', { policy: ['x', '5'], request: '5' })).toBe(true);
    expect(holds('NumericNotEquals', { policy: ['x', '5'], request: '5' })).toBe(false);
    expect(holds('NumericEquals', { policy: ['x', '5'], request: '6' })).toBe('undecided');
    expect(holds('NumericNotEquals', { policy: ['x', '5'], request: '6' })).toBe('undecided');
    expect(holds('NumericGreaterThan', { policy: ['+5', '1'], request: '3' })).toBe(true);
  });

  test('S95: an absent key is compared with nothing', () => {
    expect(holds('NumericEquals', { policy: 'x' })).toBe(false);
    expect(holds('NumericNotEquals', { policy: ['x', '5'] })).toBe(true);
    expect(holds('NumericEqualsIfExists', { policy: 'x' })).toBe(true);
  });

  test('S95: set qualifiers go on with what cannot be told', () => {
    const policy = ['5', 'x'];
    expect(holds('ForAllValues:NumericEquals', { policy, request: ['5', '5'] })).toBe(true);
    expect(holds('ForAllValues:NumericEquals', { policy, request: ['5', '6'] })).toBe('undecided');
    expect(holds('ForAllValues:NumericEquals', { policy: '5', request: ['y', '6'] })).toBe(false);
    expect(holds('ForAllValues:NumericNotEquals', { policy, request: ['6', '5'] })).toBe(false);
    expect(holds('ForAnyValue:NumericEquals', { policy, request: ['y', '5'] })).toBe(true);
    expect(holds('ForAnyValue:NumericEquals', { policy: '5', request: ['y', '6'] })).toBe('undecided');
    expect(holds('ForAnyValue:NumericNotEquals', { policy: '5', request: ['y', '6'] })).toBe(true);
  });

  test('S95: numbers of the context count as their text', () => {
    for (const [request, policy] of [
      [-0, '0'],
      [1e21, '1000000000000000000000'],
      [1e-7, '0.0000001'],
      [0.1, '0.1'],
    ] as const) {
      expect(holds('NumericEquals', { policy, request })).toBe(true);
    }
    expect(holds('NumericEquals', { policy: '1', request: NaN })).toBe('undecided');
    expect(holds('NumericLessThan', { policy: '1', request: -Infinity })).toBe('undecided');
  });
});
