import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DeclarationGraph } from '../declarationGraph.js';
import { rollUp } from '../rollUp.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policywright-roll-up-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

interface Given {
  /** By path, as the compiler writes them. */
  readonly files: Readonly<Record<string, string>>;
  /** Names of entries; those called `inner` are not published, those called `engine` not documented. */
  readonly entries?: readonly string[];
}

/** The files that are written, by name. */
function rolledUp({ files, entries = ['index'] }: Given): (name: string) => string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const dist = join(folder, 'dist');
  const graph = new DeclarationGraph((module) =>
    module === 'put-in' ? join(folder, 'put-in.d.ts') : undefined,
  );
  rollUp(
    dist,
    entries.map((name) => ({
      source: join(folder, `${name}.d.ts`),
      target: join(dist, name === 'inner' ? '_internals' : '.', `${name}.d.ts`),
      published: name !== 'inner',
      documented: name === 'index',
    })),
    graph,
  );
  return (name) => readFileSync(join(dist, `${name}.d.ts`), 'utf8');
}

test('writes what an entry reaches, and nothing else', () => {
  const files = {
    'index.d.ts': `export { one } from './one.ts';\n`,
    'one.d.ts': `import type { Two } from './two.ts';
import { Other } from './two.ts';
export declare function one(two: Two): void;
export declare function unused(other: Other): void;
`,
    'two.d.ts': `interface Inner {\n    readonly deep: {\n        at: 1;\n    };\n}
export interface Two extends Inner {\n}\nexport interface Other {\n}\n`,
  };
  expect(rolledUp({ files })('index')).toBe(`export declare function one(two: Two): void;
interface Two extends Inner {\n}\ninterface Inner {\n  readonly deep: {\n    at: 1;\n  };\n}\nexport {};\n`);
});

test('keeps the comments of what people can name and of what that inherits', () => {
  const files = {
    'index.d.ts': `export type { One } from './one.ts';\n`,
    'one.d.ts': `/** A one. */\nexport interface One extends Base {\n    /** What is hidden. */\n    hidden: Hidden;\n}
/** What it is based on. */\nexport interface Base {\n    /** A name. */\n    name: string;\n}
/** Not to be read. */\nexport interface Hidden {\n    /** Neither is\n     * this. */\n    name: string;\n}\n`,
  };
  expect(rolledUp({ files })('index')).toBe(`/** A one. */\nexport interface One extends Base {
  /** What is hidden. */\n  hidden: Hidden;\n}
/** What it is based on. */\ninterface Base {\n  /** A name. */\n  name: string;\n}
interface Hidden {\n  name: string;\n}\nexport {};\n`);
});

test('puts what several entries reach into one file beside them', () => {
  const files = {
    'index.d.ts': `export { one, Shared } from './all.ts';\n`,
    'engine.d.ts': `export type { Shared as Common } from './all.ts';\nexport { two } from './all.ts';\n`,
    'all.d.ts': `export declare class Shared {\n}
export declare const one: Shared;\nexport declare const two: Shared;\n`,
  };
  const written = rolledUp({ files, entries: ['index', 'engine'] });
  expect(written('_shared')).toBe(`export declare class Shared {\n}\nexport {};\n`);
  expect(written('index')).toBe(`import type { Shared } from './_shared.js';
export declare const one: Shared;\nexport { Shared } from './_shared.js';\nexport {};\n`);
  expect(written('engine')).toBe(`import type { Shared } from './_shared.js';
export declare const two: Shared;\nexport { type Shared as Common } from './_shared.js';\nexport {};\n`);
});

test('leaves what is not published out of what is', () => {
  const files = {
    'index.d.ts': `export type { Shared } from './all.ts';\n`,
    'inner.d.ts': `export type { Inner } from './all.ts';\n`,
    'all.d.ts': `export interface Shared {\n}\nexport interface Inner extends Shared {\n}\n`,
  };
  const written = rolledUp({ files, entries: ['index', 'inner'] });
  expect(written('_shared')).toBe(`export interface Shared {\n}\nexport {};\n`);
  expect(written('index')).toBe(`export { type Shared } from './_shared.js';\nexport {};\n`);
  expect(written('_internals/inner')).toBe(`import type { Shared } from '../_shared.js';
export interface Inner extends Shared {\n}\nexport {};\n`);
});

test('drops the constructor of a class that nobody can construct', () => {
  const files = {
    'index.d.ts': `export type { Closed } from './all.ts';\nexport { Open } from './all.ts';\n`,
    'all.d.ts': `export interface Parts {\n}
export declare class Closed {\n    #private;\n    readonly size: number;\n    /** @param parts - of it. */\n    constructor(parts: Parts);\n}
export declare class Open extends Base {\n    constructor();\n}\ndeclare class Base {\n    constructor();\n}\n`,
  };
  expect(rolledUp({ files })('index')).toBe(`declare class Closed {\n  #private;\n  readonly size: number;\n}
export declare class Open extends Base {\n  constructor();\n}\ndeclare class Base {\n  constructor();\n}
export { type Closed };\nexport {};\n`);
});

test('tells apart what has one name in two files', () => {
  const files = {
    'index.d.ts': `export type { One } from './one.ts';\nexport type { Two } from './two.ts';\n`,
    'one.d.ts': `interface Part {\n    Part: 1;\n}\nexport interface One {\n    part: Part;\n}\n`,
    'two.d.ts': `interface Part {\n    Part: 2;\n}\nexport interface Two {\n    part: Part;\n}\n`,
  };
  expect(rolledUp({ files })('index')).toBe(`export interface One {\n  part: Part;\n}
interface Part {\n  Part: 1;\n}\nexport interface Two {\n  part: Part$2;\n}\ninterface Part$2 {\n  Part: 2;\n}\nexport {};\n`);
});

test('imports what is installed, and puts in what is not', () => {
  const files = {
    'index.d.ts': `import * as all from 'all';\nimport type { Far as Away } from 'far';
import type { Near } from 'put-in';\nexport { thing } from 'far';
export interface Mine {\n    readonly all: all.Thing;\n    readonly away: Away;\n    readonly near: Near;\n}\n`,
    'put-in.d.ts': `export * from './deeper.js';\n`,
    'deeper.d.ts': `export interface Near {\n}\n`,
  };
  expect(rolledUp({ files })('index'))
    .toBe(`import type * as all from 'all';\nimport type { Far as Away } from 'far';
export interface Mine {\n  readonly all: all.Thing;\n  readonly away: Away;\n  readonly near: Near;\n}
interface Near {\n}\nexport { thing } from 'far';\nexport {};\n`);
});

test('keeps what an entry adds to another module in that entry', () => {
  const files = {
    'index.d.ts': `export type { Mine } from './mine.ts';\n`,
    'engine.d.ts': `import type { Mine } from './mine.ts';\ndeclare module 'far' {\n    interface Theirs extends Mine {\n    }\n}\n`,
    'mine.d.ts': `export interface Mine {\n}\n`,
  };
  const written = rolledUp({ files, entries: ['index', 'engine'] });
  expect(written('engine')).toBe(`import type { Mine } from './_shared.js';
declare module 'far' {\n  interface Theirs extends Mine {\n  }\n}\nexport {};\n`);
});

test('refuses what it does not understand', () => {
  const files = { 'index.d.ts': `export declare const one: import('./two.ts').Two;\n` };
  expect(() => rolledUp({ files })).toThrow("import what is named: import('./two.ts').Two");
});
