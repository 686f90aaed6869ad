import { expect, test } from 'vitest';
import { FILLINGS } from './alphabet.ts';
import { fillPattern, type Bindings } from './fillPattern.ts';
import { Picker } from './picker.ts';

const bindings = (): Bindings => ({ values: new Map() });

test('a star is filled with one of the fillings, a question mark with a letter, the rest stays', () => {
  expect(fillPattern('s3:Get*', new Picker([2]))).toBe(`s3:Get${FILLINGS[2]}`);
  expect(fillPattern('s3:?et*a*', new Picker([1, 2]))).toBe(`s3:aet${FILLINGS[1]}a${FILLINGS[2]}`);
  expect(fillPattern('s3:GetObject', new Picker([1]))).toBe('s3:GetObject');
});

test('a variable is given one value wherever it stands, whatever its letter case', () => {
  const values = bindings();
  expect(fillPattern('${aws:username}/${AWS:UserName}', new Picker([1]), values)).toBe('alice/alice');
  expect([...values.values]).toEqual([['aws:username', 'alice']]);
  expect(fillPattern('${aws:username}', new Picker([2]), values)).toBe('alice');
});

test('a default stands for its variable, or a value is given', () => {
  const values = bindings();
  expect(fillPattern("${aws:PrincipalTag/team, 'red'}", new Picker([0]), values)).toBe('red');
  expect(values.values.size).toBe(0);
  expect(fillPattern("${aws:PrincipalTag/team, 'red'}", new Picker([1]), values)).toBe('k');
  expect([...values.values]).toEqual([['aws:principaltag/team', 'k']]);
});

test('signs that are escaped are themselves, and what is not closed is text', () => {
  expect(fillPattern('a${*}${?}${$}b', new Picker([1]), bindings())).toBe('a*?$b');
  expect(fillPattern('a${aws:username', new Picker([1]), bindings())).toBe('a${aws:username');
  expect(fillPattern('${aws:username}', new Picker([1]))).toBe('${aws:username}');
});
