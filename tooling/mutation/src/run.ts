// Usage: node dist/run.js [--packages arn,lint] [--sample 40] [--seed N] [--changed REF] [--beyond] [--write]
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readEquivalents, staleOf } from './equivalents.ts';
import { GOALS } from './goals.ts';
import type { Mutant } from './mutant.ts';
import { mutantsOf } from './mutantsOf.ts';
import { mutatePackage } from './mutatePackage.ts';
import { countsOf, scoreOf, type Outcome, type PackageScore } from './outcome.ts';
import { sample } from './sample.ts';
import { readScores, writeScores } from './scores.ts';
import { ROOT, sourcesOf } from './sources.ts';

const { values } = parseArgs({
  options: {
    packages: { type: 'string', default: process.env['MUTATION_PACKAGES'] ?? Object.keys(GOALS).join() },
    sample: { type: 'string', default: '40' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    changed: { type: 'string' },
    beyond: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed);
const since = values.changed ?? process.env['MUTATION_CHANGED'];
const changed = since === undefined ? undefined : changedSince(since);
const read = (file: string): string | undefined =>
  existsSync(join(ROOT, file)) ? readFileSync(join(ROOT, file), 'utf8') : undefined;

for (const { file, line, change } of staleOf(readEquivalents(), read))
  fail(`equivalents.json explains what is no longer there: ${file}: ${line}: ${change}`);

for (const name of values.packages.split(',')) {
  const all = sourcesOf(name)
    .filter((file) => changed?.has(file) ?? true)
    .flatMap((file) => mutantsOf(file, read(file) ?? ''));
  const mutants = sample(all, Number(values.sample), seed);
  if (mutants.length === 0) continue;
  console.log(`${name}: ${String(mutants.length)} of ${String(all.length)} mutants, seed ${String(seed)}`);
  const start = performance.now();
  const outcomes = await mutatePackage({ name, mutants, beyond: values.beyond, onOutcome: print });
  const counts = countsOf(outcomes);
  const seconds = Math.round((performance.now() - start) / 1000);
  console.log(`${name}: ${(100 * scoreOf(counts)).toFixed(1)} % in ${String(seconds)} s`, counts);
  if (scoreOf(counts) < (GOALS[name] ?? 0)) fail(`${name} is below its goal`);
  if (values.write) keep({ name, all, outcomes });
}

function keep({
  name,
  all,
  outcomes,
}: {
  name: string;
  all: readonly Mutant[];
  outcomes: readonly Outcome[];
}): void {
  const score: PackageScore = {
    package: name,
    date: new Date().toISOString().slice(0, 10),
    seed,
    mutants: all.length,
    sampled: outcomes.length,
    counts: countsOf(outcomes),
    survivors: outcomes
      .filter(({ verdict }) => verdict === 'survived')
      .map(({ mutant }) => ({ place: placeOf(mutant), change: changeOf(mutant) })),
  };
  writeScores([...readScores().filter((other) => other.package !== name), score]);
}

function print({ mutant, verdict, by }: Outcome): void {
  console.log(`  ${verdict} ${placeOf(mutant)} ${changeOf(mutant)}${by === undefined ? '' : ` (${by})`}`);
}

function placeOf({ file, line }: Mutant): string {
  return `${file}:${String(line)}`;
}

function changeOf({ operator, original, replacement }: Mutant): string {
  return `${operator}: ${original} → ${replacement === '' ? 'nothing' : replacement}`;
}

function fail(why: string): void {
  console.error(why);
  process.exitCode = 1;
}

/** Paths that differ from where a branch left another. */
function changedSince(ref: string): ReadonlySet<string> {
  const names = execFileSync('git', ['diff', '--name-only', `${ref}...`], { cwd: ROOT, encoding: 'utf8' });
  return new Set(names.trim().split('\n'));
}
