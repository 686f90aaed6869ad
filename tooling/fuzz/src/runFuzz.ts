// Usage: node --expose-gc dist/runFuzz.js [SECONDS] [SEED] [FUNCTION …]
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fuzz } from './fuzz.ts';

const [seconds = '600', seed = String(Math.floor(Math.random() * 2 ** 31)), ...targets] =
  process.argv.slice(2);
const CORPUS = join(import.meta.dirname, '..', '.cache', 'corpus');
const FAILURES = join(import.meta.dirname, '..', '.cache', 'failures');
/** What may stay in memory when a run is over, in megabytes: the catalog and what was kept. */
const MOST_GROWTH = 400;

const before = heldMegabytes();
const report = await fuzz({
  seed: Number(seed),
  milliseconds: 1000 * Number(seconds),
  kept: readCorpus(),
  onNew: (name, text) => {
    write(join(CORPUS, name), text);
  },
  ...(targets.length > 0 && { targets }),
});
const growth = heldMegabytes() - before;
console.log(
  `seed ${seed}, ${String(report.inputs)} inputs in ${seconds} s, ${growth.toFixed(0)} MB more in use`,
);
for (const [name, count] of Object.entries(report.answers))
  console.log(`${name}: ${String(count)} answers, ${String(report.slowest[name])} ms at most`);
for (const { target, text, what } of report.failures)
  console.log(`\n${target}: ${what}\n  input: ${write(FAILURES, text)}`);
if (growth > MOST_GROWTH) console.log(`more than ${String(MOST_GROWTH)} MB stayed in use`);
process.exitCode = report.failures.length > 0 || growth > MOST_GROWTH ? 1 : 0;

function heldMegabytes(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

function readCorpus(): ReadonlyMap<string, readonly string[]> {
  mkdirSync(CORPUS, { recursive: true });
  return new Map(
    readdirSync(CORPUS).map((name) => [
      name,
      readdirSync(join(CORPUS, name)).map((file) => readFileSync(join(CORPUS, name, file), 'utf8')),
    ]),
  );
}

function write(folder: string, text: string): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, createHash('sha256').update(text).digest('hex').slice(0, 16));
  writeFileSync(file, text);
  return file;
}
