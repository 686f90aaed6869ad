import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyFixes, fixText, lintText, RULES } from '../index.ts';

const EXAMPLES = RULES.flatMap(({ examples }) => [...examples.bad, ...examples.good])
  .map(({ text }) => text)
  .filter((text) => text.length < 2000);

/** Pieces of examples put together, with characters lost and doubled. */
const mutated = fc
  .tuple(
    fc.constantFrom(...EXAMPLES),
    fc.constantFrom(...EXAMPLES),
    fc.nat(400),
    fc.nat(400),
    fc.string({ maxLength: 5 }),
  )
  .map(([a, b, from, length, noise]) => a.slice(0, from) + noise + b.slice(from + (length % 20)));

const statement = fc.record(
  {
    Sid: fc.constantFrom('', 'A', 'B'),
    Effect: fc.constantFrom('Allow', 'Deny', 'allow'),
    Action: fc.array(
      fc.constantFrom(
        's3:*',
        's3:GetObject',
        's3:Get*',
        'S3:getobject',
        'iam:PassRole',
        '*',
        'x',
        's3:GetObjct',
      ),
      { maxLength: 5 },
    ),
    Resource: fc.array(
      fc.constantFrom(
        '*',
        'arn:aws:s3:::b',
        'arn:aws:s3:::b/*',
        'arn:aws:s3:::b/${aws:username}',
        'arn:aws:S3:::b/*',
        'arn:*',
      ),
      { maxLength: 5 },
    ),
    Condition: fc.dictionary(
      fc.constantFrom('StringEquals', 'StringLike', 'IpAddress', 'Bool', 'ForAllValues:StringEquals', 'Nope'),
      fc.dictionary(
        fc.constantFrom('aws:SourceIp', 'aws:TagKeys', 'aws:x', 's3:prefix', ''),
        fc.constantFrom('10.0.0.7/8', 'true', ['a', '*'], []),
        { maxKeys: 2 },
      ),
      { maxKeys: 2 },
    ),
  },
  { requiredKeys: ['Effect', 'Action', 'Resource'] },
);
const documents = fc
  .record(
    {
      Version: fc.constantFrom('2012-10-17', '2008-10-17'),
      Statement: fc.array(statement, { maxLength: 4 }),
    },
    { requiredKeys: ['Statement'] },
  )
  .map((value) => JSON.stringify(value, null, 1));

test('linting never throws, and ranges lie inside the text', () => {
  fc.assert(
    fc.property(fc.oneof(mutated, documents, fc.string()), (text) => {
      for (const { range } of lintText(text).findings) {
        if (range === undefined) continue;
        expect(range.start.offset).toBeGreaterThanOrEqual(0);
        expect(range.end.offset).toBeLessThanOrEqual(text.length);
        expect(range.start.offset).toBeLessThanOrEqual(range.end.offset);
      }
    }),
    { numRuns: 400 },
  );
});

test('INVARIANT 21: each fix removes one finding of its code and adds none of its code', () => {
  fc.assert(
    fc.property(documents, (text) => {
      const { findings } = lintText(text);
      for (const finding of findings.filter(({ fix }) => fix !== undefined)) {
        const fixed = applyFixes(text, [finding], { changeDecisions: true }).text;
        const after = lintText(fixed).findings;
        const count = (list: typeof findings): number =>
          list.filter(({ code }) => code === finding.code).length;
        // What has lost an entry covers nothing until it is gone, so that others come to light; that this ends, the next one tests.
        if (finding.code === 'redundant-across-statements') expect(fixed.length).toBeLessThan(text.length);
        else expect(count(after)).toBeLessThan(count(findings));
        expect(after.some(({ code }) => code === 'json-syntax-error')).toBe(false);
      }
    }),
    { numRuns: 40 },
  );
});

test('INVARIANT 21: fixing until nothing is left is idempotent', () => {
  fc.assert(
    fc.property(documents, fc.boolean(), (text, changeDecisions) => {
      const once = fixText(text, { changeDecisions });
      const twice = fixText(once.text, { changeDecisions });
      expect(twice.text).toBe(once.text);
      expect(twice.fixed).toBe(0);
    }),
    { numRuns: 70 },
  );
});
