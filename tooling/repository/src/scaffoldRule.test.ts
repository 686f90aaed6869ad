import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scaffoldRule } from './scaffoldRule.ts';
import { ROOT } from './workspace.ts';

const SOURCE = join(ROOT, 'packages/lint/src');
const index = readFileSync(join(SOURCE, 'rules/index.ts'), 'utf8');
const entry = readFileSync(join(SOURCE, 'rules.ts'), 'utf8');
const lists = { index, entry };

test('a rule comes as a file, as one import and one entry of the list, and as one export', () => {
  const made = scaffoldRule('style', 'my-own-rule', lists);
  if (typeof made === 'string') throw new Error(made);
  expect(made.path).toBe('style/myOwnRule.ts');
  expect(made.text).toContain("id: 'my-own-rule'");
  const added = made.index.split('\n').filter((line) => !index.split('\n').includes(line));
  expect(added).toEqual(["import { myOwnRule } from './style/myOwnRule.ts';", '  myOwnRule,']);
  expect(made.index.indexOf('  myOwnRule,')).toBeGreaterThan(made.index.indexOf('const RULES'));
});

test('the exports by name are in the order of their files', () => {
  const made = scaffoldRule('style', 'my-own-rule', lists);
  if (typeof made === 'string') throw new Error(made);
  const lines = made.entry.trimEnd().split('\n');
  expect(lines.filter((line) => !entry.includes(line))).toEqual([
    "export { myOwnRule } from './rules/style/myOwnRule.ts';",
  ]);
  const paths = lines.map((line) => line.slice(line.indexOf(' from ')));
  expect(paths).toEqual([...paths].sort());
});

test.each(['aaa', 'missing-arn', 'zzz'])('rules of a group stand in the order of the alphabet: %s', (id) => {
  const made = scaffoldRule('mismatch', id, lists);
  if (typeof made === 'string') throw new Error(made);
  const imported = [...made.index.matchAll(/ from '\.\/mismatch\/(\w+)\.ts';/g)].map(([, name = '']) => name);
  expect(imported).toEqual([...imported].sort());
  const listed = [...made.index.matchAll(/^ {2}(\w+),$/gm)].map(([, name = '']) => name);
  expect(listed.filter((name) => imported.includes(name))).toEqual(imported);
});

test('what cannot be a rule is refused with what would be right', () => {
  expect(scaffoldRule('style', 'MyRule', lists)).toContain('kebab-case');
  expect(scaffoldRule('styles', 'my-rule', lists)).toContain('grammar, ');
  expect(scaffoldRule('style', 'resource-star', lists)).toContain('already');
  expect(scaffoldRule('parser', 'my-rule', lists)).not.toContain('parser,');
});
