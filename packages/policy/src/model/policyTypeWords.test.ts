import { expect, test } from 'vitest';
import { POLICY_TYPES, type PolicyType } from './policy.ts';
import { POLICY_TYPE_WORDS, type PolicyTypeWords } from './policyTypeWords.ts';

// A type without words does not compile.
const WORDS: Readonly<Record<PolicyType, PolicyTypeWords>> = POLICY_TYPE_WORDS;

test('every type of policy has words', () => {
  expect(new Set(Object.keys(WORDS))).toEqual(new Set(POLICY_TYPES));
});

test.each(Object.values(WORDS))('$phrase: the title is the phrase with its article', (words) => {
  const article = /^[aeiou]/.test(words.phrase) ? 'an' : 'a';
  expect(words.title).toBe(`${article} ${words.phrase}`);
});

test.each(Object.values(WORDS))('$phrase: the short name has the label', ({ short, label }) => {
  expect(short).toContain(label);
});

test.each(['phrase', 'short', 'label'] as const)('no two types have one %s', (column) => {
  const words = Object.values(WORDS).map((entry) => entry[column]);
  expect(new Set(words).size).toBe(words.length);
});
