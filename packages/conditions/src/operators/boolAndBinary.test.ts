import { describe, expect, it } from 'vitest';
import { holds } from '../../test/holds.ts';

describe('Bool', () => {
  it('S102: compares true and false; a missing key is false', () => {
    expect(holds('Bool', { policy: 'true', request: true })).toBe(true);
    expect(holds('Bool', { policy: 'true', request: 'false' })).toBe(false);
    expect(holds('Bool', { policy: 'false', request: false })).toBe(true);
    expect(holds('Bool', { policy: 'false' })).toBe(false);
    expect(holds('BoolIfExists', { policy: 'false' })).toBe(true);
    expect(holds('Bool', { policy: ['true', 'false'], request: 'false' })).toBe(true);
  });

  it('S103: case does not matter on either side, and other texts never match', () => {
    expect(holds('Bool', { policy: 'True', request: 'TRUE' })).toBe(true);
    for (const text of ['1', 'yes', '', 'true ', 'tru']) {
      expect(holds('Bool', { policy: text, request: text })).toBe(false);
      expect(holds('Bool', { policy: 'true', request: text })).toBe(false);
    }
  });

  it('S115: Bool replaces variables only if chosen', () => {
    const one = { policy: '${flag}', request: 'true', context: { flag: 'True' } };
    expect(holds('Bool', one)).toBe(false);
    const options = { boolVariables: true };
    expect(holds('Bool', { ...one, options })).toBe(true);
    expect(holds('Bool', { ...one, options, variables: false })).toBe(false);
    expect(holds('Bool', { ...one, options, context: { flag: 'false' } })).toBe(false);
    expect(holds('Bool', { ...one, options, context: {} })).toBe(false);
  });
});

describe('BinaryEquals', () => {
  it('S104: compares bytes, not spellings', () => {
    expect(holds('BinaryEquals', { policy: 'QmluYXJ5', request: 'QmluYXJ5' })).toBe(true);
    expect(holds('BinaryEquals', { policy: 'QmluYXJ5', request: 'QmluYXJ4' })).toBe(false);
    expect(holds('BinaryEquals', { policy: 'QQ==', request: 'QQ' })).toBe(true);
    expect(holds('BinaryEquals', { policy: 'QR==', request: 'QQ=' })).toBe(true);
    expect(holds('BinaryEquals', { policy: '-_-_', request: '+/+/' })).toBe(true);
    expect(holds('BinaryEquals', { policy: '', request: '' })).toBe(true);
    expect(holds('BinaryEquals', { policy: 'QUI=', request: 'QUJD' })).toBe(false);
    expect(holds('BinaryEquals', { policy: 'QUJD', request: 'qujd' })).toBe(false);
  });

  it('S104: text that is no base64 never matches', () => {
    for (const text of ['A', 'QUJD=QUJD', '====', 'Q Q=', 'QUJDR', '!!!!', 'Ä']) {
      expect(holds('BinaryEquals', { policy: text, request: text })).toBe(false);
      expect(holds('BinaryEquals', { policy: ['QUJD'], request: text })).toBe(false);
    }
    expect(holds('BinaryEquals', { policy: ['!', 'QUJD'], request: 'QUJD' })).toBe(true);
  });
});
