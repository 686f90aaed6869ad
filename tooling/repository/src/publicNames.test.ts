import { expect, test } from 'vitest';
import { ambiguousNames, declaredIn, publicNamesOf } from './publicNames.ts';
import { publishedPackages } from './workspace.ts';

const reportOf = (code: string): string => `## API Report\n\n\`\`\`ts\n\n${code}\n\n\`\`\`\n`;

test('a public name has one meaning, whichever package it is taken from', () => {
  const names = publishedPackages().flatMap(publicNamesOf);
  expect(names.length).toBeGreaterThan(300);
  expect(ambiguousNames(names)).toEqual([]);
});

test('a name that two packages declare differently is found', () => {
  const one = declaredIn(reportOf("// @public\nexport type Level = 'a' | 'b';"), 'one');
  const two = declaredIn(
    reportOf("// @public\nexport type Level = 'a';\n\n// @public\nexport class B {\n}"),
    'two',
  );
  expect(two.map(({ name }) => name)).toEqual(['Level', 'B']);
  expect(ambiguousNames([...one, ...two])).toEqual(['Level: one, two']);
});

test('what is passed on, or alike to the letter, is one meaning', () => {
  const one = declaredIn(
    reportOf('// @public\nexport interface Place {\n    // (undocumented)\n    readonly at: number;\n}'),
    'one',
  );
  const two = declaredIn(
    reportOf('// @public\nexport interface Place {\n    readonly at: number;\n}'),
    'two',
  );
  const three = declaredIn(reportOf('export { Place }'), 'three');
  expect(ambiguousNames([...one, ...two, ...three])).toEqual([]);
});
