import { expect, test } from 'vitest';
import { readCaller } from '../principal/caller.ts';
import { AllowTerms, type RowAnswers } from './allowTerms.ts';

const ALICE: RowAnswers = {
  caller: readCaller('arn:aws:iam::111122223333:user/alice'),
  sameAccount: true,
  samePartition: true,
  resourcePolicyKind: undefined,
  resourcePolicyGiven: true,
  needsBothSides: false,
  federatedByRoot: false,
  hasSession: false,
};
const set = {};
/** Grades of the resource policy, identity-based policies, boundary, session policies. */
const [ACCOUNT, USER, ROLE, DIRECT, IDENTITY, BOUNDARY] = [0, 1, 2, 3, 4, 5];

test('the terms of a row are the least that allow a request, none of which holds another', () => {
  const terms = new AllowTerms();
  expect(terms.of(ALICE, [])).toEqual([[USER], [ROLE], [DIRECT], [IDENTITY]]);
  const abroad = { ...ALICE, sameAccount: false };
  expect(terms.of(abroad, [])).toEqual([ACCOUNT, USER, ROLE, DIRECT].map((grade) => [grade, IDENTITY]));
  const bounded = [set, set, set, set, set, set, undefined];
  expect(terms.of(ALICE, bounded)).toEqual([
    [DIRECT],
    [USER, BOUNDARY],
    [ROLE, BOUNDARY],
    [IDENTITY, BOUNDARY],
  ]);
});
