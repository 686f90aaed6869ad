import { runInNewContext } from 'node:vm';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { withMutant, type Mutant } from './mutant.ts';
import { mutantsOf } from './mutantsOf.ts';
import { isSwitchable, withSwitches } from './withSwitches.ts';

/** What `f` gives for some arguments; `__mutation` is what the code with switches asks. */
function resultsOf(source: string, on?: number): readonly unknown[] {
  const { outputText } = ts.transpileModule(source, { compilerOptions: { target: ts.ScriptTarget.ES2022 } });
  let ticks = 0;
  const mutation = {
    isOn: (number: number) => number === on,
    tick: () => {
      if (++ticks > 1000) throw new Error('endless');
    },
  };
  const f = runInNewContext(`${outputText}; f`, { __mutation: mutation }) as (given: unknown) => unknown;
  return [[], ['b', 'a'], ['a', 'bb', 'ccc'], undefined].map((given) => {
    try {
      return f(given);
    } catch (error) {
      return (error as Error).name;
    }
  });
}

function switchable(source: string): readonly Mutant[] {
  return mutantsOf('a.ts', source).filter((mutant) => isSwitchable(source, mutant));
}

const SOURCES = {
  operators: `function f(x) { return x.length < 2 && x.length !== 1 ? x.length + 1 : -x.length; }`,
  'optional chains': `function f(x) { return x?.filter((y) => y > 'a').map((y) => y.toUpperCase()).length ?? 7; }`,
  'names of members': `function f(x) { const { 'length': n = 3 } = x; return { 'a-b': n, c: 'd' }; }`,
  'statements left out': `function f(x) {
    const out = [];
    for (const y of x) if (y === 'a') continue; else out.push(y);
    switch (out.length) { case 1: out.push('one'); break; default: return; }
    return out;
  }`,
  'nested faults':
    'const f = (x) => (x.some((y) => y.length > 1 || y.startsWith("b")) ? `${x[0]}!` : [x, true]);',
  'classes and defaults': `class A { #n = 1; m(k = 2) { this.#n += k; return [this.#n]; } } function f(x) { return new A().m(x.length); }`,
};

test.each(Object.entries(SOURCES))('a switch does what the fault does: %s', (_, source) => {
  const mutants = switchable(source);
  const text = withSwitches(source, [...mutants.entries()]);
  expect(mutants.length).toBeGreaterThan(3);
  expect(text.split('\n').length).toBe(source.split('\n').length);
  expect(resultsOf(text)).toEqual(resultsOf(source));
  for (const [number, mutant] of mutants.entries())
    expect(resultsOf(text, number), mutant.original).toEqual(resultsOf(withMutant(source, mutant)));
});

test('a loop without end ends', () => {
  const source = 'function f(x) { let n = 0; while (n < 3) n += 1; return n; }';
  const mutants = switchable(source);
  const number = mutants.findIndex(({ replacement }) => replacement === '-=');
  expect(resultsOf(withSwitches(source, [...mutants.entries()]), number)).toEqual(Array(4).fill('Error'));
});

test('what is computed when the file is loaded has no switch', () => {
  const source = `const A = ['a', 1]; const f = () => A; class B { static c = 'd'; e = () => 2; }`;
  expect(switchable(source).map(({ original }) => original)).toEqual(['2', '2']);
});
