import { expect, test } from 'vitest';
import { fillVariables, fillWildcards, variablesOf } from './fillText.ts';

const KNOWN = new Map([['aws:username', 'ada']]);

test('a variable is filled with what is known of its key, in any letter case, or `a`', () => {
  expect(fillVariables('x-${aws:username}-${AWS:UserName}', KNOWN)).toBe('x-ada-ada');
  expect(fillVariables("${aws:username, 'b'}", KNOWN)).toBe('ada');
  expect(fillVariables('${aws:PrincipalTag/team}', KNOWN)).toBe('a');
  expect(fillVariables('${*}${?}${$}', KNOWN)).toBe('*?$');
  expect(fillVariables('${aws:username', KNOWN)).toBe('${aws:username');
});

test('wildcards are filled, stars that stand together once', () => {
  expect(fillWildcards('a?b**c*', 'x')).toBe('aabxcx');
  expect(fillWildcards('a*', '')).toBe('a');
});

test('the variables of a text are its keys, in lower case; signs that are escaped are none', () => {
  expect(variablesOf("${aws:UserName}/${aws:PrincipalTag/Team, 'b'}/${*}")).toEqual([
    'aws:username',
    'aws:principaltag/team',
  ]);
  expect(variablesOf('${*}${?}')).toEqual([]);
});
