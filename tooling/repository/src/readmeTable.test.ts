import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { publishedPackages } from './workspace.ts';

/** Functions, classes and constants; types are told by the functions that have them, and lint rules by their own page. */
const VALUE = /^export (?:declare )?(?:abstract )?(?:function|class|const) (\w+)\b(?!: Rule;)/gm;

/** Facts of single services are exported under a path of their own, named in the text. */
const ELSEWHERE: ReadonlySet<string> = new Set(['service']);

/** The exports that the reports of a package's public interface list. */
function exportsOf(path: string): ReadonlySet<string> {
  const folder = join(path, 'etc');
  const reports = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
  return new Set(reports.flatMap((text) => [...text.matchAll(VALUE)].map(([, name = '']) => name)));
}

/** The rows of tables whose first column is `name`. */
function interfaceRows(path: string): readonly string[] {
  const tables = readFileSync(join(path, 'README.md'), 'utf8').match(/^\| name +\|.*\n(?:\|.*\n)+/gm) ?? [];
  return tables.flatMap((table) => table.trim().split('\n').slice(2));
}

/** Every word of the code in a row, such as `ArnFormatError` in what a function throws. */
function codeIn(row: string): readonly string[] {
  return [...row.matchAll(/`[^`]+`/g)].flatMap(([code]) => code.match(/\w+/g) ?? []);
}

/** What the first cell of a row calls: `compile` of `compile(policies, options?)`; not the methods of values. */
function namesIn(row: string): readonly string[] {
  const [, cell = ''] = row.split('|');
  return [...cell.matchAll(/`(?:new )?(\w+)(?![\w.])[^`]*`/g)].map(([, name = '']) => name);
}

describe.each(publishedPackages().map(({ folder, path }) => [folder, path] as const))(
  'the interface table in the README of %s',
  (_, path) => {
    const exported = exportsOf(path);
    const rows = interfaceRows(path);

    test('names every function, class and constant that the package exports', () => {
      const told = new Set(rows.flatMap(codeIn));
      expect([...exported].filter((name) => !told.has(name) && !ELSEWHERE.has(name))).toEqual([]);
    });

    test('names nothing that the package does not export', () => {
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.flatMap(namesIn).filter((name) => !exported.has(name))).toEqual([]);
    });
  },
);
