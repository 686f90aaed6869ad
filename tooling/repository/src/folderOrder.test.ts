import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { circlesOf, folderOf, readSourceGraph } from './sourceGraph.ts';
import { ROOT } from './workspace.ts';

/** The rows of "The rooms of each package" in ARCHITECTURE.md. */
function statedOrders(): ReadonlyMap<string, readonly string[]> {
  const text = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8');
  const section = text.slice(text.indexOf('## The rooms of each package'));
  const rows = [...section.slice(0, section.indexOf('\n## ', 1)).matchAll(/^\| `([\w-]+)` +\| (.+?) +\|$/gm)];
  return new Map(
    rows.map(([, name = '', folders = '']) => [
      name,
      folders.split(' · ').map((folder) => folder.slice(1, -1)),
    ]),
  );
}

const orders = statedOrders();

test('ARCHITECTURE.md states the order of folders', () => {
  expect(orders.size).toBeGreaterThan(5);
});

describe.each([...orders])('%s', (name, order) => {
  const graph = readSourceGraph(join(ROOT, 'packages', name, 'src'));

  test('has the folders that are stated, and no others', () => {
    const folders = new Set([...graph.keys()].map(folderOf).filter((folder) => folder !== undefined));
    expect([...folders].toSorted()).toEqual([...order].toSorted());
  });

  test('has each folder know only those before it', () => {
    const backwards = [...graph].flatMap(([file, imports]) => {
      const own = folderOf(file);
      if (own === undefined) return [];
      const later = imports.filter((target) => {
        const folder = folderOf(target);
        return folder === undefined ? target === 'index.ts' : order.indexOf(folder) > order.indexOf(own);
      });
      return later.map((target) => `${file} imports ${target}`);
    });
    expect(backwards).toEqual([]);
  });

  test('has no circle of files', () => {
    expect(circlesOf(graph)).toEqual([]);
  });
});

test('a circle is found, however long, and what leads to one is not in it', () => {
  const graph = new Map([
    ['a.ts', ['b.ts']],
    ['b.ts', ['c.ts', 'd.ts']],
    ['c.ts', ['a.ts']],
    ['d.ts', ['e.ts']],
    ['e.ts', []],
    ['f.ts', ['a.ts']],
  ]);
  expect(circlesOf(graph)).toEqual([['a.ts', 'b.ts', 'c.ts']]);
  expect(
    circlesOf(
      new Map([
        ['a.ts', ['b.ts']],
        ['b.ts', []],
      ]),
    ),
  ).toEqual([]);
});
