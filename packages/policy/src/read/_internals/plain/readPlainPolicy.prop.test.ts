import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { policyTypes as types } from '../../../_testing/policyTypes.ts';
import { damaged, TOKEN } from '../../../_testing/damagedText.ts';
import { RUNS, SEED } from '../../../_testing/runs.ts';
import { SEED_POLICIES } from '../../../_testing/seedDocuments.ts';
import { parseJson } from '../../../json/parseJson.ts';
import type { PolicyType } from '../../../model/policy.ts';
import { policyFromNode } from '../../policyFromNode.ts';
import { readPlainPolicy } from './readPlainPolicy.ts';

const policies = fc.constantFrom(...SEED_POLICIES);

/** Whether the text is plain; if so, it is read as the reader of trees would read it. */
function isReadAlike(text: string, type: PolicyType | undefined): boolean {
  const plain = readPlainPolicy(text, { type, name: 'p' });
  if (plain === undefined) return false;
  const { node } = parseJson(text);
  const read = node && policyFromNode(node, { text, type, name: 'p' });
  expect(read).toEqual({ ok: true, policy: plain, diagnostics: [] });
  return true;
}

test('what is read without a tree is read as with one, and nothing is left unreported', () => {
  let plain = 0;
  fc.assert(
    fc.property(fc.oneof(policies, damaged(policies)), types, (text, type) => {
      plain += Number(isReadAlike(text, type));
    }),
    { numRuns: RUNS, seed: SEED },
  );
  expect(plain).toBeGreaterThan(RUNS / 50);
});

test('the same holds when any few pieces of JSON in a row are left out, repeated or swapped', () => {
  for (const policy of SEED_POLICIES) {
    const tokens = policy.match(TOKEN) ?? [];
    for (let from = 0; from < tokens.length; from += 1) {
      for (let count = 1; count <= 5; count += 1) {
        const before = tokens.slice(0, from);
        const taken = tokens.slice(from, from + count);
        const after = tokens.slice(from + count);
        const swapped = [...before, ...after.slice(0, count), ...taken, ...after.slice(count)];
        for (const damage of [[...before, ...after], [...before, ...taken, ...taken, ...after], swapped])
          isReadAlike(damage.join(''), undefined);
      }
    }
  }
});
