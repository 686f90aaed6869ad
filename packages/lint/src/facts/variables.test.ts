import { expect, test } from 'vitest';
import { widenVariables } from './variables.ts';

test.each([
  ['arn:aws:s3:::b/*', 'arn:aws:s3:::b/*'],
  ['b/${aws:username}/x', 'b/*/x'],
  ['${aws:username}${aws:userid}', '**'],
  ["b/${aws:username, 'guest'}/x", 'b/*/x'],
  // The brace of a default does not end the variable.
  ["b/${aws:username, 'a}b'}/x", 'b/*/x'],
  // What an escape stands for is one character of what `*` matches.
  ['b/${*}/${$}', 'b/*/*'],
  ['b/${aws:username', 'b/${aws:username'],
])('S113: %s is widened to %s', (text, widened) => {
  expect(widenVariables(text)).toBe(widened);
});
