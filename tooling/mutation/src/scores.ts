import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GOALS } from './goals.ts';
import { scoreOf, type PackageScore } from './outcome.ts';
import { ROOT } from './sources.ts';

const SCORES = join(ROOT, 'tooling/mutation/scores.json');
const PAGE = join(ROOT, 'docs/mutation.md');

/**
 * What the last runs found.
 *
 * @returns an entry a package, in the order of the goals
 */
export function readScores(): readonly PackageScore[] {
  return JSON.parse(readFileSync(SCORES, 'utf8')) as readonly PackageScore[];
}

/**
 * Keeps what runs found, and writes the page of it.
 *
 * @param scores - an entry a package
 */
export function writeScores(scores: readonly PackageScore[]): void {
  const names = Object.keys(GOALS);
  const sorted = scores.toSorted((one, other) => names.indexOf(one.package) - names.indexOf(other.package));
  writeFileSync(SCORES, `${JSON.stringify(sorted, undefined, 2)}\n`);
  writeFileSync(PAGE, pageOf(sorted));
}

/**
 * The page about the scores.
 *
 * @param scores - an entry a package
 * @returns Markdown
 */
export function pageOf(scores: readonly PackageScore[]): string {
  const rows = scores.map(rowOf);
  const survivors = scores.flatMap(({ survivors: left }) =>
    left.map(({ place, change }) => `- \`${place}\` ${codeOf(change)}`),
  );
  return `${HEAD}\n${table([COLUMNS, COLUMNS.map((_, index) => (index === 0 ? '' : ':')), ...rows])}\n${
    survivors.length === 0 ? '\nNone of those tried is left.\n' : `\n## Left\n\n${survivors.join('\n')}\n`
  }`;
}

const HEAD = `# Mutation testing

<!-- Written by tooling/mutation; \`--write\` writes it anew. -->

A fault is put into the code, one at a time, and the tests are run: what no test sees is a survivor. The faults are
negated conditions, moved boundaries, swapped operators, other literals, statements and returns left out, lists
emptied and calls dropped. Each row is a random sample of what can be put into a package, chosen by the seed; it is
no count of all. Faults that do not compile, and those that \`tooling/mutation/equivalents.json\` explains to change
nothing, are left out of the score, and so is what stands in for an element that a list does not have, which the
compiler asks for, where no test comes to it. Tests beside the sources see most; those of \`tooling/conformance\` and
\`tooling/invariants\` see the column "elsewhere"; a fault that makes the tests run without end is seen, too.
`;

const COLUMNS = [
  'package',
  'score',
  'goal',
  'tried',
  'of',
  'seen beside',
  'elsewhere',
  'no end',
  'left',
  'equivalent',
  'do not compile',
  'seed',
  'day',
];

function rowOf({ package: name, counts, sampled, mutants, seed, date }: PackageScore): readonly string[] {
  return [
    name,
    `${(100 * scoreOf(counts)).toFixed(1)} %`,
    `${String(100 * (GOALS[name] ?? 0))} %`,
    ...[
      sampled,
      mutants,
      counts.killed,
      counts['killed-beyond'],
      counts.timeout,
      counts.survived,
      counts.equivalent,
      counts['compile-error'],
      seed,
    ].map(String),
    date,
  ];
}

/** A table whose columns stand below each other, as Prettier writes them. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0), 3));
  return rows
    .map((row) => {
      const cells = row.map((cell, column) => {
        const width = widths[column] ?? 0;
        if (cell === '' || cell === ':') return `${'-'.repeat(width - cell.length)}${cell}`;
        return column === 0 ? cell.padEnd(width) : cell.padStart(width);
      });
      return `| ${cells.join(' | ')} |`;
    })
    .join('\n');
}

/** Text as code, whatever backticks it has: between as few as do not stand together in it, as Prettier writes it. */
function codeOf(text: string): string {
  const runs = new Set((text.match(/`+/g) ?? []).map(({ length }) => length));
  let count = 1;
  while (runs.has(count)) count += 1;
  const marks = '`'.repeat(count);
  const gap = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${marks}${gap}${text}${gap}${marks}`;
}
