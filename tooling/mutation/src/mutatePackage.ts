import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { equivalentOf, readEquivalents } from './equivalents.ts';
import type { Mutant } from './mutant.ts';
import type { Outcome } from './outcome.ts';
import { OutcomeCache } from './outcomeCache.ts';
import { ROOT, sourcesOf, testsBeyond, testsOf } from './sources.ts';
import type { TestFile } from './testRun.ts';
import { TestRunner } from './testRunner.ts';
import { typeChecker } from './typeChecker.ts';

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
 * Tries mutants of a package.
 *
 * @param options - the mutants, and where to go on
 * @returns what became of each
 */
export async function mutatePackage(options: MutateOptions): Promise<readonly Outcome[]> {
  const { name, mutants, beyond, onOutcome } = options;
  const rounds = [
    { verdict: 'killed', tests: testsOf(name) },
    ...(beyond ? [{ verdict: 'killed-beyond', tests: testsBeyond() } as const] : []),
  ] as const;
  const cache = new OutcomeCache(name);
  const outcomes = new Map<Mutant, Outcome>();
  const settle = (outcome: Outcome): void => {
    outcomes.set(outcome.mutant, outcome);
    cache.set(outcome, sourceOf(outcome.mutant));
    onOutcome(outcome);
  };
  for (const mutant of mutants) {
    const known = cache.get(mutant, sourceOf(mutant));
    if (known !== undefined) outcomes.set(mutant, known);
  }
  const open = (): readonly Mutant[] => mutants.filter((mutant) => !outcomes.has(mutant));
  for (const { verdict, tests } of rounds) {
    await tryAll(open(), tests, (mutant, by) => {
      settle(by === undefined ? { mutant, verdict: 'timeout' } : { mutant, verdict, by });
    });
  }
  for (const outcome of leftOver(name, open())) settle(outcome);
  return mutants.flatMap((mutant) => outcomes.get(mutant) ?? []);
}

/** Tries each mutant with the tests that come to it, nearest and quickest first. */
async function tryAll(
  mutants: readonly Mutant[],
  tests: readonly string[],
  onSeen: (mutant: Mutant, by: string | undefined) => void,
): Promise<void> {
  if (mutants.length === 0) return;
  const runner = new TestRunner();
  try {
    const { files, unusable } = await recordUsable(runner, mutants, tests);
    for (const [number, mutant] of mutants.entries()) {
      const reached = files
        .filter(({ file, hits }) => hits.includes(number) && !unusable.has(file))
        .sort(byNearness(mutant));
      if (reached.length === 0) continue;
      const usual = reached.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
      const fate = await runner.try(
        mutant,
        reached.map(({ file }) => file),
        LIMIT + 2 * usual,
      );
      if (fate.kind !== 'survived') onSeen(mutant, fate.kind === 'killed' ? fate.by : undefined);
    }
  } finally {
    runner.close();
  }
}

/** Files that fail when their properties are cut short are run to their end; those that fail then, too, tell nothing. */
async function recordUsable(
  runner: TestRunner,
  mutants: readonly Mutant[],
  tests: readonly string[],
): Promise<{ readonly files: readonly TestFile[]; readonly unusable: ReadonlySet<string> }> {
  const { files, failed } = await runner.record(mutants, tests);
  const whole = filesOf(failed);
  if (whole.length === 0) return { files, unusable: new Set() };
  runner.runWhole(whole);
  const again = await runner.record(mutants, whole);
  const unusable = new Set(filesOf(again.failed));
  for (const file of unusable) console.log(`  fails without a fault: ${file}`);
  return { files: [...files.filter(({ file }) => !whole.includes(file)), ...again.files], unusable };
}

function filesOf(tests: readonly string[]): readonly string[] {
  return [...new Set(tests.map((test) => test.split(': ')[0] ?? ''))];
}

function byNearness(mutant: Mutant): (one: TestFile, other: TestFile) => number {
  const folder = mutant.file.slice(0, mutant.file.lastIndexOf('/') + 1);
  const far = ({ file }: TestFile): number => (file.startsWith(folder) ? 0 : 1);
  return (one, other) => far(one) - far(other) || one.milliseconds - other.milliseconds;
}

/** What no test sees: explained, seen by the compiler, or a survivor. */
function* leftOver(name: string, mutants: readonly Mutant[]): Generator<Outcome> {
  if (mutants.length === 0) return;
  const equivalents = readEquivalents();
  const compiles = typeChecker(sourcesOf(name));
  for (const mutant of mutants) {
    const explained = equivalentOf(equivalents, mutant, sourceOf(mutant));
    if (explained !== undefined) yield { mutant, verdict: 'equivalent', by: explained.why };
    else yield { mutant, verdict: compiles(mutant) ? 'survived' : 'compile-error' };
  }
}

function sourceOf({ file }: Mutant): string {
  return readFileSync(join(ROOT, file), 'utf8');
}
