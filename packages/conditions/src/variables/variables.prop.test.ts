import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holds } from '../_testing/holds.ts';
import { parseVariables } from './parseVariables.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?', '$', '{', '}', ':', '/'), maxLength: 5 });
const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?', ':'), maxLength: 4 });

/** A text whose every special character is an escape. */
function escape(value: string): string {
  return value.replace(/[*?$]/g, (character) => `\${${character}}`);
}

function prefixFor(name: string): string {
  return name === 'ArnLike' ? 'arn:aws:s3:::' : '';
}

describe.each(['StringLike', 'StringNotLike', 'StringEquals', 'StringEqualsIgnoreCase', 'ArnLike'])(
  '%s',
  (name) => {
    const start = prefixFor(name);

    test('invariant 16: ${v} = the escaped value of v in its place; * and ? of the value stay literal', () => {
      fc.assert(
        fc.property(fc.tuple(pattern, text, pattern), text, ([before, v, after], other) => {
          for (const request of [
            `${start}${before}${v}${after}`,
            start + other,
            `${start}${before}a${after}`,
          ]) {
            const context = { v };
            const replaced = holds(name, { policy: `${start}${before}\${v}${after}`, request, context });
            expect(replaced).toBe(holds(name, { policy: `${start}${before}${escape(v)}${after}`, request }));
          }
        }),
      );
    });

    test('invariant 16: a default applies to an absent key only', () => {
      fc.assert(
        fc.property(text, text, (v, other) => {
          fc.pre(!other.includes("'"));
          const request = start + v;
          const plain = holds(name, { policy: `${start}\${v}`, request, context: { v } });
          expect(holds(name, { policy: `${start}\${v, '${other}'}`, request, context: { v } })).toBe(plain);
          expect(holds(name, { policy: `${start}\${v, '${other}'}`, request })).toBe(
            holds(name, { policy: start + escape(other), request }),
          );
        }),
      );
    });

    test('invariant 16: without Version 2012-10-17 the context of a variable makes no difference', () => {
      fc.assert(
        fc.property(text, text, (v, request) => {
          const one = { policy: `${start}a\${v}`, request: start + request, variables: false };
          expect(holds(name, { ...one, context: { v } })).toBe(holds(name, one));
        }),
      );
    });
  },
);

describe('parseVariables', () => {
  test('loses nothing: the pieces spell the text', () => {
    const unit = fc.constantFrom('${', '}', ", '", "'}", 'k', '*', '$', '{', ' ', "'", ',');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 20 }), (text) => {
        const spelled = parseVariables(text).map((piece) => {
          if (piece.kind === 'text') return piece.text;
          if (piece.kind === 'escape') return `\${${piece.text}}`;
          return piece.fallback === undefined ? `\${${piece.key}}` : `\${${piece.key}, '${piece.fallback}'}`;
        });
        expect(spelled.join('')).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });
});
