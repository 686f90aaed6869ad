import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CONDITION_OPTIONS } from './conditionOptions.ts';
import { resolveOptions } from './resolveOptions.ts';

describe('CONDITION_OPTIONS', () => {
  test('lists every option once, with its default first', () => {
    const defaults = Object.fromEntries(CONDITION_OPTIONS.map(({ name, values }) => [name, values[0]]));
    expect(defaults).toEqual(resolveOptions());
    expect(CONDITION_OPTIONS).toHaveLength(Object.keys(resolveOptions()).length);
  });

  test('has the open points of the rules about conditions and variables', () => {
    const rules = CONDITION_OPTIONS.map(({ rule }) => rule);
    expect(rules).toEqual(['S81', 'S87', 'S88', 'S99', 'S100', 'S112', 'S115']);
  });

  test.each(CONDITION_OPTIONS)('leaves $name undecided unless chosen', ({ values }) => {
    expect(values[0]).toBe('undecided');
  });

  test.each(CONDITION_OPTIONS)('takes the values of $name', ({ name, values }) => {
    for (const value of values) expect(resolveOptions({ [name]: value })[name]).toBe(value);
  });

  test.each(CONDITION_OPTIONS)('says what $name is about and why it is as it is', ({ about, reason }) => {
    for (const text of [about, reason]) expect(text.split(' ').length).toBeGreaterThan(4);
  });

  test.each(CONDITION_OPTIONS)('stands in the README: $name', ({ name, rule, values, about, reason }) => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const row = readme.split('\n').find((line) => line.includes(`\`${name}\``)) ?? '';
    for (const part of [rule, about, reason, ...values.map((value) => `\`${value}\``)])
      expect(row).toContain(part);
  });
});
