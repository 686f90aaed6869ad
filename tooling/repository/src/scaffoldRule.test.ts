import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scaffoldRule } from './scaffoldRule.ts';
import { ROOT } from './workspace.ts';

const index = readFileSync(join(ROOT, 'packages/lint/src/rules/index.ts'), 'utf8');

test('a rule comes as a file and as one import and one entry of the list', () => {
  const made = scaffoldRule('style', 'my-own-rule', index);
  if (typeof made === 'string') throw new Error(made);
  expect(made.path).toBe('style/myOwnRule.ts');
  expect(made.text).toContain("id: 'my-own-rule'");
  const added = made.index.split('\n').filter((line) => !index.split('\n').includes(line));
  expect(added).toEqual(["import { myOwnRule } from './style/myOwnRule.ts';", '  myOwnRule,']);
  expect(made.index.indexOf('  myOwnRule,')).toBeGreaterThan(made.index.indexOf('CHECKED_RULES'));
});

test.each(['aaa', 'missing-arn', 'zzz'])('rules of a group stand in the order of the alphabet: %s', (id) => {
  const made = scaffoldRule('mismatch', id, index);
  if (typeof made === 'string') throw new Error(made);
  const imported = [...made.index.matchAll(/ from '\.\/mismatch\/(\w+)\.ts';/g)].map(([, name = '']) => name);
  expect(imported).toEqual([...imported].sort());
  const listed = [...made.index.matchAll(/^ {2}(\w+),$/gm)].map(([, name = '']) => name);
  expect(listed.filter((name) => imported.includes(name))).toEqual(imported);
});

test('what cannot be a rule is refused with what would be right', () => {
  expect(scaffoldRule('style', 'MyRule', index)).toContain('kebab-case');
  expect(scaffoldRule('styles', 'my-rule', index)).toContain('grammar, ');
  expect(scaffoldRule('style', 'resource-star', index)).toContain('already');
});
