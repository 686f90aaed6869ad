import { expect, test } from 'vitest';
import { actionApplies } from './actionElement.ts';

test.each([
  ['S61: without case', 'IAM:listaccesskeys', 'iam:ListAccessKeys', true],
  ['S61: no other letter folds to one of a name', 'kms:Decrypt', '\u212Ams:Decrypt', false],
  ['S62: star is every action', '*', 'iam:ListAccessKeys', true],
  ['S63: stars anywhere', 'iam:*AccessKey*', 'iam:ListAccessKeys', true],
  ['S64: a question mark is one character', 'iam:?etUser', 'iam:GetUser', true],
  ['S64: and not none', 'iam:GetUser?', 'iam:GetUser', false],
  ['S65: star colon star is everything', '*:*', 'iam:GetUser', true],
  ['S65: no star swallows the colon', 'iam:*:GetUser', 'iam:GetUser', false],
  ['S65: two stars are one', '**:*', 'iam:GetUser', true],
  ['S66: anchored', 's3:Get', 's3:GetObject', false],
  ['S66: a full stop is a full stop', 's3:GetObjec.', 's3:GetObject', false],
  ['S68: white space counts', 's3:GetObject ', 's3:GetObject', false],
  ['S68: no name, no action', 's3:', 's3:GetObject', false],
])('%s', (...[, pattern, action, expected]) => {
  const question = { effect: 'Allow' as const, action };
  expect(actionApplies({ ...question, element: { negated: false, values: [pattern] } })).toBe(expected);
  expect(actionApplies({ ...question, element: { negated: true, values: [pattern] } })).toBe(!expected); // S67
});

test.each([
  ['a service that is no literal', '?am:GetUser'],
  ['no colon', 'i*'],
  ['any service', '*:GetUser'],
])('S65: a wildcard in the prefix counts where it grants less: %s', (_, pattern) => {
  const applies = (negated: boolean, effect: 'Allow' | 'Deny'): boolean =>
    actionApplies({ element: { negated, values: [pattern] }, effect, action: 'iam:GetUser' });
  expect([applies(false, 'Allow'), applies(false, 'Deny')]).toEqual([false, true]);
  expect([applies(true, 'Allow'), applies(true, 'Deny')]).toEqual([false, true]);
});
