import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { hasChangeset, tryOutChangeset } from './tryOutChangeset.ts';

test('a changeset waits where there is a text that is not the README', () => {
  expect(hasChangeset(['config.json', 'changelog.cjs', 'README.md'])).toBe(false);
  expect(hasChangeset(['config.json', 'first-release.md'])).toBe(true);
});

test('the changeset for a try-out names every package', () => {
  const [, head, text] = tryOutChangeset(['policywright', '@policywright/arn']).split('---\n');
  expect(parse(head ?? '')).toEqual({ policywright: 'patch', '@policywright/arn': 'patch' });
  expect(text).toBe('\nA release tried out.\n');
});
