import { expect, test } from 'vitest';
import { actionApplies } from './actionElement.ts';

test.each([
  ['S61: without case', 'IAM:listaccesskeys', 'iam:ListAccessKeys', true],
  ['S62: star is every action', '*', 'iam:ListAccessKeys', true],
  ['S63: stars anywhere', 'iam:*AccessKey*', 'iam:ListAccessKeys', true],
  ['S64: a question mark is one character', 'iam:?etUser', 'iam:GetUser', true],
  ['S64: and not none', 'iam:GetUser?', 'iam:GetUser', false],
  ['S65: star colon star is everything', '*:*', 'iam:GetUser', true],
  ['S65: no star swallows the colon', 'iam*', 'iam:GetUser', false],
  ['S66: anchored', 's3:Get', 's3:GetObject', false],
  ['S66: a full stop is a full stop', 's3:GetObjec.', 's3:GetObject', false],
  ['S68: white space counts', 's3:GetObject ', 's3:GetObject', false],
  ['S68: no name, no action', 's3:', 's3:GetObject', false],
])('%s', (...[, pattern, action, expected]) => {
  expect(actionApplies({ negated: false, values: [pattern] }, action)).toBe(expected);
  expect(actionApplies({ negated: true, values: [pattern] }, action)).toBe(!expected); // S67
});
