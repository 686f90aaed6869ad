import { expect, test } from 'vitest';
import { POLICY_SET_FLAGS } from './flagFacts.ts';

test.each(Object.entries(POLICY_SET_FLAGS))(
  '%s says what it means, by the rules it bears on',
  (_, { words, meaning }) => {
    expect(meaning).toMatch(/^[a-zA-Z].+ \(S\d+(?:(?:, | to )S\d+)*\)$/);
    expect(new Set(words).size).toBe(words.length);
    expect(words.every((word) => /^[A-Za-z-]+$/.test(word))).toBe(true);
  },
);
