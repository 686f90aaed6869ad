import { compileArnPattern } from '@policywright/arn';
import { ContextReader, KeyTable } from '@policywright/conditions';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileResourcePattern } from './resourcePattern.ts';
import { ownerOfAll } from './patternOwner.ts';

const keys = new KeyTable();
const reader = new ContextReader(keys);
const field = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?', '/'), maxLength: 4 });
const fields = fc.array(field, { minLength: 1, maxLength: 7 });
const texts = fc.oneof(
  fields.map((list) => ['arn', ...list].join(':')),
  fields.map((list) => list.join(':')),
);
const resources = fc
  .array(fc.constantFrom('a', 'b', 'ab', '', 'a/b'), { minLength: 3, maxLength: 7 })
  .map((list) => ['arn', ...list].join(':'));

describe('S46 to S52: a resource pattern that is compiled when first met', () => {
  test.each(['wildcard', 'filled', 'never'] as const)(
    'is the pattern compiled at once: missing fields %s',
    (missingFields) => {
      fc.assert(
        fc.property(texts, fc.array(resources, { minLength: 1, maxLength: 5 }), (text, asked) => {
          const pattern = compileResourcePattern(text, {
            keys,
            variables: false,
            missingFields,
            abbreviations: false,
          });
          const compiled = compileArnPattern(text, { dialect: 'resource', missingFields });
          expect(pattern.every).toBe(compiled.kind === 'any');
          expect(pattern.prefix).toBe(compiled.prefix);
          expect(pattern.suffix).toBe(compiled.suffix);
          const filled = text.replaceAll('*', 'ab').replaceAll('?', 'a');
          for (const resource of [...asked, filled, text]) {
            const matches = compiled.matches(resource);
            expect(pattern.match(resource, reader)).toBe(matches ? 'match' : 'noMatch');
            if (matches) expect(pattern.owner).toEqual(ownerOfAll(compiled.prefix));
          }
        }),
      );
    },
  );
});
