import { describe, expect, test } from 'vitest';
import { condition, holds, truthOf } from '../_testing/holds.ts';
import { FALSE, TRUE, UNDECIDED } from '../truth.ts';

const UNREADABLE = null as unknown as string;

describe('combining conditions', () => {
  const team = condition('StringEquals', 'aws:ResourceTag/team', ['blue']);
  const stage = condition('StringEquals', 'aws:ResourceTag/stage', ['dev', 'test']);

  test('S70: keys and operators AND, values of one key OR', () => {
    const all = [team, stage, condition('Bool', 'aws:SecureTransport', ['true'])];
    const context = {
      'aws:ResourceTag/team': 'blue',
      'aws:ResourceTag/stage': 'test',
      'aws:SecureTransport': true,
    };
    expect(truthOf(all, { context })).toBe(TRUE);
    expect(truthOf(all, { context: { ...context, 'aws:ResourceTag/team': 'red' } })).toBe(FALSE);
    expect(truthOf(all, { context: { ...context, 'aws:ResourceTag/stage': 'prod' } })).toBe(FALSE);
    expect(truthOf(all, { context: { ...context, 'aws:SecureTransport': false } })).toBe(FALSE);
  });

  test('S70: a statement without conditions holds', () => {
    expect(truthOf([])).toBe(TRUE);
  });

  test('S71: a negated operator is true when the value equals none of the list', () => {
    const policy = ['111111111111', '222222222222'];
    expect(holds('StringNotEquals', { policy, request: '333333333333' })).toBe(true);
    expect(holds('StringNotEquals', { policy, request: '222222222222' })).toBe(false);
    expect(holds('StringNotLike', { policy: ['a*', 'b*'], request: 'bc' })).toBe(false);
    expect(holds('NumericNotEquals', { policy: ['1', '2'], request: '2.0' })).toBe(false);
  });

  test('S72: any false condition decides, also beside undecided ones, in whatever order they are written', () => {
    const undecided = condition('StringEquals', 'broken', ['x']);
    const context = { broken: UNREADABLE, 'aws:ResourceTag/team': 'blue' };
    expect(truthOf([undecided, team], { context })).toBe(UNDECIDED);
    expect(truthOf([undecided, team, stage], { context })).toBe(FALSE);
    expect(truthOf([stage, undecided], { context })).toBe(FALSE);
  });

  test('S20: with an empty list of values nothing can be told', () => {
    for (const [operator, request] of [
      ['StringEquals', 'x'],
      ['StringNotEquals', 'x'],
      ['NumericNotEquals', '1'],
      ['IpAddress', '1.2.3.4'],
      ['Bool', 'true'],
      ['Null', 'x'],
      ['StringNotEqualsIfExists', 'x'],
      ['ForAllValues:StringNotEquals', ['x']],
      ['ForAnyValue:StringNotEquals', ['x']],
    ] as const) {
      expect(holds(operator, { policy: [], request })).toBe('undecided');
    }
    expect(holds('StringEquals', { policy: [] })).toBe('undecided');
    expect(holds('StringNotEquals', { policy: [] })).toBe(true);
    expect(holds('Null', { policy: [] })).toBe('undecided');
  });

  test('S20: with a set qualifier or IfExists an empty list matches no value', () => {
    expect(holds('ForAllValues:StringEquals', { policy: [], request: ['x'] })).toBe(false);
    expect(holds('ForAllValues:StringEquals', { policy: [] })).toBe(true);
    expect(holds('ForAnyValue:StringEquals', { policy: [], request: ['x'] })).toBe(false);
    expect(holds('ForAnyValue:StringEquals', { policy: [] })).toBe(false);
    expect(holds('ForAnyValue:StringNotEquals', { policy: [] })).toBe(false);
    expect(holds('NumericEqualsIfExists', { policy: [], request: 'x' })).toBe(false);
    expect(holds('NumericEqualsIfExists', { policy: [] })).toBe(true);
  });

  test('S23, S82: an operator that does not exist is undecided, and so neither allows nor skips a Deny', () => {
    const real = condition('StringEquals', 'k', ['x']);
    const invented = { ...real, operator: { ...real.operator, name: 'StringMatches' as 'StringEquals' } };
    const inherited = { ...real, operator: { ...real.operator, name: 'toString' as 'StringEquals' } };
    const nullIfExists = { ...real, operator: { ...real.operator, name: 'Null', ifExists: true } as const };
    for (const one of [invented, inherited, nullIfExists]) {
      expect(truthOf([one], { context: { k: 'x' } })).toBe(UNDECIDED);
      expect(truthOf([one, real], { context: { k: 'y' } })).toBe(FALSE);
    }
  });
});
