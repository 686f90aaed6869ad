import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { damaged } from '../_testing/damagedText.ts';
import { policyTypes as types } from '../_testing/policyTypes.ts';
import { RUNS, SEED } from '../_testing/runs.ts';
import { parseJson } from '../json/parseJson.ts';
import { parsePolicy } from './parsePolicy.ts';
import { parsePolicyTree } from './parsePolicyTree.ts';

const some = (...texts: readonly string[]): fc.Arbitrary<string | string[]> =>
  fc.oneof(fc.constantFrom(...texts), fc.array(fc.constantFrom(...texts), { minLength: 1, maxLength: 3 }));
const statements = fc.record(
  {
    Sid: fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 12, minLength: 9 }),
    Effect: fc.constantFrom('Allow', 'Deny'),
    Action: some('s3:*', 'a:b', 'ec2:Run*'),
    Resource: some('*', 'arn:aws:s3:::b/${aws:username}'),
    Condition: fc.constantFrom(
      { Bool: { 'aws:SecureTransport': true } },
      { StringLike: { k: ['a}', ']"{'] } },
    ),
  },
  { requiredKeys: ['Effect', 'Action', 'Resource'] },
);
const documents = fc
  .tuple(fc.uniqueArray(statements, { selector: ({ Sid }) => Sid, maxLength: 5 }), fc.nat(2))
  .map(([list, indent]) => JSON.stringify({ Version: '2012-10-17', Statement: list }, undefined, indent));

/** What the statements of a document are, by their pointers. */
function whole(text: string): ReadonlyMap<string, unknown> {
  const parsed = parsePolicy(text);
  return new Map(parsed.ok ? parsed.policy.statements.map((each) => [each.pointer, each]) : []);
}

/** INVARIANT 18: a statement that is not marked incomplete says what it says in the document that was damaged. */
function expectAsWritten(broken: string, text: string): number {
  // What is JSON still says something else: that is not damaged but another document.
  if (parseJson(broken).node !== undefined) return 0;
  expect(parsePolicy(broken).ok).toBe(false);
  const written = whole(text);
  let count = 0;
  for (const each of parsePolicyTree(broken).statements) {
    if (each.incomplete) continue;
    count += 1;
    expect(each.statement).toEqual(written.get(each.statement.pointer));
  }
  return count;
}

test('INVARIANT 18: of a text that is cut off, what is not incomplete is as it was written', () => {
  let count = 0;
  fc.assert(
    fc.property(documents, fc.nat(), (text, at) => {
      count += expectAsWritten(text.slice(0, at % text.length), text);
    }),
    { numRuns: 2 * RUNS, seed: SEED },
  );
  expect(count).toBeGreaterThan(500);
});

test('INVARIANT 18: of a text with a part taken out or put in, what is not incomplete is as it was written', () => {
  let count = 0;
  const pieces = fc.oneof(
    fc.constantFrom(
      '',
      ...'{}[],:"\\/#\n x1',
      "'",
      '},',
      ',{',
      '}]',
      '"a"',
      '"Effect":"Allow",',
      '//',
      '/*',
      'null',
    ),
    fc.string({ maxLength: 3 }),
  );
  fc.assert(
    fc.property(documents, fc.tuple(fc.nat(), fc.nat(20), pieces), (text, [at, length, piece]) => {
      const start = at % (text.length + 1);
      count += expectAsWritten(text.slice(0, start) + piece + text.slice(start + length), text);
    }),
    { numRuns: 5 * RUNS, seed: SEED },
  );
  expect(count).toBeGreaterThan(500);
});

test('INVARIANT 18: the tree of any damaged text is sound, and has the statements of a policy where there is one', () => {
  fc.assert(
    fc.property(damaged(documents), types, (text, type) => {
      const { root, statements } = parsePolicyTree(text, { type });
      for (const { range } of statements) {
        expect(range.start.offset).toBeGreaterThanOrEqual(root?.start ?? 0);
        expect(range.end.offset).toBeGreaterThanOrEqual(range.start.offset);
        expect(range.end.offset).toBeLessThanOrEqual(text.length);
      }
      const parsed = parsePolicy(text, { type });
      if (!parsed.ok) return;
      expect(statements.map((each) => !each.incomplete && each.statement)).toEqual(parsed.policy.statements);
    }),
    { numRuns: 2 * RUNS, seed: SEED },
  );
});
