import { expect, test } from 'vitest';
import type { ArnVariableForm, CharacterRun } from '../../model/arnVariable.ts';
import { canHold, fitsForm } from './fitsForm.ts';

const digits = (minLength: number, maxLength?: number): CharacterRun => ({
  kind: 'only',
  characters: '0123456789',
  minLength,
  maxLength,
});
const NO_SLASH: CharacterRun = { kind: 'except', characters: '/', minLength: 1, maxLength: undefined };
const fits = (value: string, ...form: ArnVariableForm): boolean => fitsForm(value, [form]);

test('texts follow each other to the end of the value', () => {
  expect(fits('abc', 'a', 'bc')).toBe(true);
  expect(fits('abc', 'abc', 'c')).toBe(false);
  expect(fits('abc', 'ab')).toBe(false);
  expect(fits('abc', 'bc')).toBe(false);
  expect(fits('abcd', 'abc')).toBe(false);
  expect(fits('', '')).toBe(true);
});

test('a run has at least and at most so many of its characters', () => {
  const inBounds = ['', '1', '12', '123', '1234', '12345'].map((value) => fits(value, digits(2, 4)));
  expect(inBounds).toEqual([false, false, true, true, true, false]);
  expect(fits('12345678901234567890', digits(1))).toBe(true);
  expect(fits('12a4', digits(1))).toBe(false);
  expect(fits('', digits(0, 3))).toBe(true);
});

test('runs and texts share a value in any way that fits', () => {
  expect(fits('i-12', 'i-', digits(1, 8))).toBe(true);
  expect(fits('i-', 'i-', digits(1, 8))).toBe(false);
  expect(fits('12-34', digits(1, 2), '-', digits(2))).toBe(true);
  expect(fits('123-34', digits(1, 2), '-', digits(2))).toBe(false);
  // The first run must leave what the text needs.
  expect(fits('1122', digits(1, 4), '22')).toBe(true);
  expect(fits('22', digits(1, 4), '22')).toBe(false);
  expect(fits('1234', digits(1, 2), digits(1, 2))).toBe(true);
  expect(fits('12345', digits(1, 2), digits(1, 2))).toBe(false);
  expect(fits('1', digits(1, 2), digits(1, 2))).toBe(false);
});

test('a run of all other characters ends at one of those', () => {
  expect(fits('a/b', NO_SLASH, '/', NO_SLASH)).toBe(true);
  expect(fits('a/b/c', NO_SLASH, '/', NO_SLASH)).toBe(false);
});

test('one of several forms is enough', () => {
  expect(fitsForm('x', [['a'], ['x']])).toBe(true);
  expect(fitsForm('x', [['a'], ['b']])).toBe(false);
  expect(fitsForm('x', [])).toBe(false);
});

test('a character can be in the texts of a form, or in its runs', () => {
  expect(canHold('-', [['i-', digits(1)]])).toBe(true);
  expect(canHold('1', [['i-', digits(1)]])).toBe(true);
  expect(canHold('/', [['i-', digits(1)]])).toBe(false);
  expect(canHold('/', [[NO_SLASH]])).toBe(false);
  expect(canHold(':', [['a'], [NO_SLASH]])).toBe(true);
});
