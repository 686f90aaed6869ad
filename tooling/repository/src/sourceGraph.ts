import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';

/** The files of a folder of sources, with the files there that each imports, types included. */
export type SourceGraph = ReadonlyMap<string, readonly string[]>;

const IMPORT = /(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g;

/** Reads the imports between the files under `src`; tests, and what only tests use, are left out. */
export function readSourceGraph(src: string): SourceGraph {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter(
      (file) => file.endsWith('.ts') && !/\.(?:test|bench|test-d)\.ts$|_testing\/|typeTests\//.test(file),
    );
  const known = new Set(files);
  const importsOf = (file: string): readonly string[] => {
    const text = readFileSync(join(src, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|`[^`]*`/g, '');
    const targets = [...text.matchAll(IMPORT)].map(([, path = '']) => join(dirname(file), path));
    return targets.filter((target) => known.has(target));
  };
  return new Map(files.map((file) => [file, importsOf(file)]));
}

/** The circles of a graph: sets of files of which each reaches each other, sorted. */
export function circlesOf(graph: SourceGraph): readonly (readonly string[])[] {
  const search = new CircleSearch(graph);
  return search.circles();
}

/** Tarjan's algorithm. */
class CircleSearch {
  readonly #graph: SourceGraph;
  readonly #order = new Map<string, number>();
  readonly #lowest = new Map<string, number>();
  readonly #stack: string[] = [];
  readonly #found: string[][] = [];

  constructor(graph: SourceGraph) {
    this.#graph = graph;
  }

  circles(): readonly (readonly string[])[] {
    for (const file of this.#graph.keys()) if (!this.#order.has(file)) this.#visit(file);
    return this.#found.map((files) => files.toSorted());
  }

  #visit(file: string): void {
    const order = this.#order.size;
    this.#order.set(file, order);
    this.#stack.push(file);
    let lowest = order;
    for (const next of this.#graph.get(file) ?? []) {
      if (!this.#order.has(next)) this.#visit(next);
      if (this.#stack.includes(next))
        lowest = Math.min(lowest, this.#lowest.get(next) ?? this.#order.get(next) ?? 0);
    }
    this.#lowest.set(file, lowest);
    if (lowest !== order) return;
    const circle = this.#stack.splice(this.#stack.indexOf(file));
    if (circle.length > 1) this.#found.push(circle);
  }
}

/** The folder of a file, or `undefined` for a file beside the folders. */
export function folderOf(file: string): string | undefined {
  return file.includes('/') ? file.slice(0, file.indexOf('/')) : undefined;
}
