import { expect, test } from 'vitest';
import { mutantsOf } from './mutantsOf.ts';
import { withHits } from './withHits.ts';

/** Which mutants a source comes to, of those with some originals, when it runs. */
function hitsOf(source: string, originals: readonly string[]): readonly number[] {
  const mutants = originals.flatMap((original) =>
    mutantsOf('a.ts', source)
      .filter((mutant) => mutant.original === original)
      .slice(0, 1),
  );
  const recorded = globalThis as { __mutationHits?: Set<number> };
  recorded.__mutationHits = new Set();
  // oxlint-disable-next-line typescript/no-implied-eval -- what it writes has to run
  new Function(withHits(source, [...mutants.entries()]))();
  return [...recorded.__mutationHits].sort((one, other) => one - other);
}

test('a mutant is come to when its innermost function runs', () => {
  const source = `
    const outer = () => { const inner = () => 1; return [2, inner]; };
    const other = (x) => ({ three: 3 });
    const four = 4;
    outer();
  `;
  expect(hitsOf(source, ['1', '2', '3', '4'])).toEqual([1, 3]);
  expect(hitsOf(`${source}; outer()[1](); other();`, ['1', '2', '3', '4'])).toEqual([0, 1, 2, 3]);
});

test('functions in functions and several mutants of one do not get in each other’s way', () => {
  const source = 'const f = (a) => (b) => a + 1 - b * 2; f(1)(2);';
  expect(hitsOf(source, ['1', '2'])).toEqual([0, 1]);
});
