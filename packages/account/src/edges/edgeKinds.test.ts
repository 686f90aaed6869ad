import { describe, expect, test } from 'vitest';
import { EDGE_KINDS } from './edgeKinds.ts';

describe.each(EDGE_KINDS.map((kind) => [kind.name, kind] as const))('%s', (_, { words, calls, source }) => {
  test('has a page of AWS, and the day on which it was read', () => {
    expect(source.page).not.toBe('');
    expect(source.url).toMatch(/^https:\/\/[a-z0-9.]+\.amazon(?:aws)?\.com\/\S+$/);
    expect(source.read).toMatch(/^2\d{3}-\d{2}-\d{2}$/);
  });

  test('says what the source does, and fills each member of its calls', () => {
    expect(words).not.toBe('');
    const texts = JSON.stringify(calls.map(({ input }) => input));
    expect(texts).not.toContain('""');
  });
});
