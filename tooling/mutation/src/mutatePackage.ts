import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { equivalentOf, readEquivalents } from './equivalents.ts';
import type { Mutant } from './mutant.ts';
import type { Outcome } from './outcome.ts';
import { OutcomeCache } from './outcomeCache.ts';
import { ROOT, sourcesOf, testsBeyond, testsOf } from './sources.ts';
import type { TestFile } from './testRun.ts';
import { TestRunner, type Fate, type Swept } from './testRunner.ts';
import { parses, typeChecker } from './typeChecker.ts';
import { isSwitchable } from './withSwitches.ts';

/** Milliseconds that a mutant has beside twice the usual time of the tests. */
const LIMIT = 10_000;

/** How a package's mutants are tried. */
export interface MutateOptions {
  /** Folder in `packages`. */
  readonly name: string;
  readonly mutants: readonly Mutant[];
  /** Whether tests of other packages are run on what the package's own do not see. */
  readonly beyond: boolean;
  readonly onOutcome: (outcome: Outcome) => void;
}

/**
 * Tries mutants of a package: all of them behind switches first, then one by one those that were not seen so.
 *
 * @param options - the mutants, and where to go on
 * @returns what became of each
 */
export async function mutatePackage(options: MutateOptions): Promise<readonly Outcome[]> {
  const { name, mutants, beyond, onOutcome } = options;
  const cache = new OutcomeCache(name);
  const outcomes = new Map<Mutant, Outcome>();
  const settle = (outcome: Outcome): void => {
    outcomes.set(outcome.mutant, outcome);
    cache.set(outcome, sourceOf(outcome.mutant));
    onOutcome(outcome);
  };
  const open = (): readonly Mutant[] => mutants.filter((mutant) => !outcomes.has(mutant));
  for (const mutant of mutants) {
    const known = cache.get(mutant, sourceOf(mutant));
    if (known !== undefined) outcomes.set(mutant, known);
    else if (!parses(mutant)) settle({ mutant, verdict: 'compile-error' });
  }
  const rounds: readonly Round[] = [
    { verdict: 'killed', tests: testsOf(name) },
    ...(beyond ? [{ verdict: 'killed-beyond', tests: testsBeyond() } as const] : []),
  ];
  const runner = new TestRunner();
  try {
    const swept: (readonly [Round, Swept])[] = [];
    for (const round of rounds) {
      if (open().length === 0) break;
      const switchable = open().filter((mutant) => isSwitchable(sourceOf(mutant), mutant));
      const request = { mutants: switchable, sources: sourcesOf(name), tests: round.tests };
      swept.push([
        round,
        await runner.sweep(request, (mutant, fate) => settle(outcomeOf(mutant, fate, round))),
      ]);
    }
    const reachedBy = new Set(swept.flatMap(([, { reached }]) => [...reached.keys()]));
    for (const outcome of unseenOf(name, open(), reachedBy)) settle(outcome);
    for (const [round, { files, reached }] of swept) {
      for (const mutant of open()) {
        const fate = await tryAlone(runner, mutant, filesFor(mutant, files, reached.get(mutant)));
        if (fate.kind !== 'survived') settle(outcomeOf(mutant, fate, round));
      }
    }
  } finally {
    runner.close();
  }
  for (const mutant of open()) settle({ mutant, verdict: 'survived' });
  return mutants.flatMap((mutant) => outcomes.get(mutant) ?? []);
}

interface Round {
  readonly verdict: 'killed' | 'killed-beyond';
  readonly tests: readonly string[];
}

function outcomeOf(mutant: Mutant, fate: Fate, { verdict }: Round): Outcome {
  if (fate.kind === 'killed') return { mutant, verdict, by: fate.by };
  return { mutant, verdict: fate.kind === 'timeout' ? 'timeout' : 'survived' };
}

/** Of a fault with a switch the files that came to it, and those nearby; of any other all that load it. */
function filesFor(
  mutant: Mutant,
  files: readonly TestFile[],
  reached: ReadonlySet<string> | undefined,
): readonly TestFile[] {
  const loading = files.filter(({ isUsable, loads }) => isUsable && loads.includes(mutant.file));
  if (!isSwitchable(sourceOf(mutant), mutant)) return loading;
  if (reached === undefined) return [];
  // What is kept after its first use is seen by files, too, that do not come to it.
  const [nearby] = /^.*?\/src\/[^/]*/.exec(mutant.file) ?? [];
  return loading.filter(({ file }) => reached.has(file) || (nearby !== undefined && file.startsWith(nearby)));
}

/** Loads what a fault stands in anew: it may be of a table, or of what is kept after its first use. */
async function tryAlone(runner: TestRunner, mutant: Mutant, files: readonly TestFile[]): Promise<Fate> {
  let loading = files.toSorted(byNearness(mutant));
  while (loading.length > 0) {
    const usual = loading.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
    const fate = await runner.try(
      mutant,
      loading.map(({ file }) => file),
      LIMIT + 2 * usual,
    );
    if (fate.kind !== 'killed') return fate;
    const failing = fate.by.split(': ')[0] ?? '';
    const unmutated = await runner.try(
      { ...mutant, start: 0, end: 0, replacement: '' },
      [failing],
      LIMIT + 2 * usual,
    );
    if (unmutated.kind === 'survived') return fate;
    // What fails without the fault, too, is no sign of it.
    loading = loading.filter(({ file }) => file !== failing);
  }
  return { kind: 'survived' };
}

function byNearness(mutant: Mutant): (one: TestFile, other: TestFile) => number {
  const folder = mutant.file.slice(0, mutant.file.lastIndexOf('/') + 1);
  const far = ({ file }: TestFile): number => (file.startsWith(folder) ? 0 : 1);
  return (one, other) => far(one) - far(other) || one.milliseconds - other.milliseconds;
}

/** What is no use to try alone: it is explained, or seen by the compiler, or there for the compiler. */
function* unseenOf(
  name: string,
  mutants: readonly Mutant[],
  reached: ReadonlySet<Mutant>,
): Generator<Outcome> {
  if (mutants.length === 0) return;
  const equivalents = readEquivalents();
  const checker = typeChecker(sourcesOf(name));
  for (const mutant of mutants) {
    const explained = equivalentOf(equivalents, mutant, sourceOf(mutant));
    if (explained !== undefined) yield { mutant, verdict: 'equivalent', by: explained.why };
    else if (!checker.compiles(mutant)) yield { mutant, verdict: 'compile-error' };
    else if (isSwitchable(sourceOf(mutant), mutant) && !reached.has(mutant) && checker.isFallback(mutant))
      yield {
        mutant,
        verdict: 'equivalent',
        by: 'of an element that the list has, in all tests: for the compiler',
      };
  }
}

function sourceOf({ file }: Mutant): string {
  return readFileSync(join(ROOT, file), 'utf8');
}
