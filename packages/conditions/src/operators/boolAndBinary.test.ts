import { describe, expect, test } from 'vitest';
import { holds } from '../_testing/holds.ts';

describe('Bool', () => {
  test('S102: compares true and false; a missing key is false', () => {
    expect(holds('Bool', { policy: 'true', request: true })).toBe(true);
    expect(holds('Bool', { policy: 'true', request: 'false' })).toBe(false);
    expect(holds('Bool', { policy: 'false', request: false })).toBe(true);
    expect(holds('Bool', { policy: 'false' })).toBe(false);
    expect(holds('BoolIfExists', { policy: 'false' })).toBe(true);
    expect(holds('Bool', { policy: ['true', 'false'], request: 'false' })).toBe(true);
  });

  test('S103: case does not matter on either side, and with any other text nothing can be told', () => {
    expect(holds('Bool', { policy: 'True', request: 'TRUE' })).toBe(true);
    expect(holds('Bool', { policy: 'FALSE', request: 'True' })).toBe(false);
    for (const text of ['1', 'yes', '', 'true ', 'tru']) {
      for (const operator of ['Bool', 'BoolIfExists', 'ForAnyValue:Bool']) {
        expect(holds(operator, { policy: text, request: text })).toBe('undecided');
        expect(holds(operator, { policy: 'true', request: text })).toBe('undecided');
        expect(holds(operator, { policy: text, request: 'true' })).toBe('undecided');
        expect(holds(operator, { policy: [text, 'false'], request: 'true' })).toBe('undecided');
        expect(holds(operator, { policy: [text, 'true'], request: 'true' })).toBe(true);
      }
      expect(holds('Bool', { policy: text })).toBe(false);
    }
  });

  test('S115: Bool replaces variables only if chosen; a variable as text is no boolean', () => {
    const one = { policy: '${flag}', request: 'true', context: { flag: 'True' } };
    expect(holds('Bool', one)).toBe('undecided');
    expect(holds('Bool', { ...one, policy: ['${flag}', 'true'] })).toBe(true);
    const options = { boolVariables: 'true' } as const;
    expect(holds('Bool', { ...one, options })).toBe(true);
    expect(holds('Bool', { ...one, options, variables: false })).toBe('undecided');
    expect(holds('Bool', { ...one, options, context: { flag: 'false' } })).toBe(false);
  });

  test('S115: a variable without a value equals nothing; one that stands for no boolean is malformed', () => {
    const one = { policy: '${flag}', request: 'true', options: { boolVariables: 'true' } } as const;
    expect(holds('Bool', { ...one, context: {} })).toBe(false);
    expect(holds('Bool', { ...one, policy: 'x${flag}', context: {} })).toBe(false);
    expect(holds('Bool', { ...one, context: { flag: 'yes' } })).toBe('undecided');
    expect(holds('Bool', { ...one, policy: "${flag, 'no'}", context: {} })).toBe('undecided');
    expect(holds('Bool', { ...one, policy: ['${flag}', 'true'], context: { flag: 'yes' } })).toBe(true);
    const twice = { flag: 'true', FLAG: 'false' };
    expect(holds('Bool', { ...one, context: twice })).toBe('undecided');
    expect(holds('Bool', { ...one, policy: 'f${flag}', context: twice })).toBe('undecided');
  });
});

describe('BinaryEquals', () => {
  test('S104: compares bytes, not spellings', () => {
    expect(holds('BinaryEquals', { policy: 'QmluYXJ5', request: 'QmluYXJ5' })).toBe(true);
    expect(holds('BinaryEquals', { policy: 'QmluYXJ5', request: 'QmluYXJ4' })).toBe(false);
    expect(holds('BinaryEquals', { policy: 'QQ==', request: 'QQ' })).toBe(true);
    expect(holds('BinaryEquals', { policy: 'QR==', request: 'QQ=' })).toBe(true);
    expect(holds('BinaryEquals', { policy: '-_-_', request: '+/+/' })).toBe(true);
    expect(holds('BinaryEquals', { policy: '', request: '' })).toBe(true);
    expect(holds('BinaryEquals', { policy: 'QUI=', request: 'QUJD' })).toBe(false);
    expect(holds('BinaryEquals', { policy: 'QUJD', request: 'qujd' })).toBe(false);
  });

  test.each(['A', 'QUJD=QUJD', '=', '==', '====', 'Q Q=', 'QUJDR', 'QUJD=', 'QUI==', '!!!!', 'Ä'])(
    'S104: with `%s`, which is no base64, nothing can be told',
    (text) => {
      expect(holds('BinaryEquals', { policy: text, request: text })).toBe('undecided');
      expect(holds('BinaryEquals', { policy: ['QUJD'], request: text })).toBe('undecided');
      expect(holds('BinaryEquals', { policy: [text, 'QUJE'], request: 'QUJD' })).toBe('undecided');
      expect(holds('BinaryEquals', { policy: [text, 'QUJD'], request: 'QUJD' })).toBe(true);
      expect(holds('ForAllValues:BinaryEquals', { policy: 'QUJD', request: ['QUJD', text] })).toBe(
        'undecided',
      );
      expect(holds('ForAllValues:BinaryEquals', { policy: 'QUJD', request: [text, 'QUJE'] })).toBe(false);
      expect(holds('ForAnyValue:BinaryEquals', { policy: 'QUJD', request: [text, 'QUJD'] })).toBe(true);
    },
  );
});
