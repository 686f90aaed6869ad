import { expect, test } from 'vitest';
import { equivalentOf, readEquivalents, staleOf } from './equivalents.ts';
import { nameOf, withMutant } from './mutant.ts';
import { mutantsOf } from './mutantsOf.ts';

function changes(source: string): readonly string[] {
  return mutantsOf('a.ts', source).map((mutant) => withMutant(source, mutant));
}

test.each([
  ['a negated condition', 'if (a) b();', ['if (!(a)) b();', 'if (a) ;']],
  ['a moved boundary', 'const x = a < b', ['const x = a <= b']],
  ['a statement left out', 'f()', [';']],
  ['the other equality', 'const x = a === b', ['const x = a !== b']],
  ['the other connective', 'const x = a && b', ['const x = a || b']],
  ['another sum', 'const x = a + 1', ['const x = a - 1', 'const x = a + 2', 'const x = a + 0']],
  ['the other truth', 'const x = true', ['const x = false']],
  ['an empty text', `const x = 'a'`, [`const x = ''`]],
  ['a text for none', `const x = ''`, [`const x = 'mutant'`]],
  ['no result', 'function f() { return g(); }', ['function f() { return undefined; }']],
  ['an empty list', 'const x = [a]', ['const x = []']],
  ['the other quantifier', 'const x = a.some(b)', ['const x = a.every(b)']],
  ['a call left out', 'const x = a.filter(b).length', ['const x = a.length']],
  ['an operand for its negation', 'const x = !a', ['const x = a']],
  ['a condition of a choice', 'const x = a ? b : c', ['const x = !(a) ? b : c']],
])('a fault is %s', (_, source, expected) => {
  expect(changes(source)).toEqual(expected);
});

test.each([
  ['types', `type A = 'a' | true; interface B { readonly c: 1 }`],
  ['imports and exports', `import a from 'a'; export * from 'b';`],
  ['joined texts', 'const x = a + b'],
  ['results that are none', 'function f() { return undefined; }'],
])('%s have no faults', (_, source) => {
  expect(changes(source)).toEqual([]);
});

test('a mutant is known by its line, wherever that stands, until the line changes', () => {
  const [entry] = mutantsOf('a.ts', '\n  const x = 1;').map((mutant) => ({
    file: 'a.ts',
    ...nameOf(mutant, '\n  const x = 1;'),
    why: 'so it is',
  }));
  expect(entry).toEqual({ file: 'a.ts', line: 'const x = 1;', change: '1 → 2', why: 'so it is' });
  const entries = entry === undefined ? [] : [entry];
  const moved = 'before();\nconst x = 1;';
  const found = mutantsOf('a.ts', moved).filter(
    (mutant) => equivalentOf(entries, mutant, moved) !== undefined,
  );
  expect(found.map(({ line, replacement }) => [line, replacement])).toEqual([[2, '2']]);
  expect(staleOf(entries, () => moved)).toEqual([]);
  expect(staleOf(entries, () => 'const x = 3;')).toEqual(entries);
  expect(staleOf(entries, () => undefined)).toEqual(entries);
});

test('each entry has a reason', () => {
  for (const { why } of readEquivalents()) expect(why.split(' ').length).toBeGreaterThan(3);
});
