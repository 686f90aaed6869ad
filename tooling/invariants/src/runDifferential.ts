import { printScenario } from '@policywright/scenario';
import { runDifferential } from './differential.ts';
import { REACHABLE, UNREACHABLE } from './expectedReach.ts';

// Usage: runDifferential.ts [CASES] [SEED] [REQUESTS FOR EACH POLICY SET]
const cases = Number(process.argv[2] ?? 100_000);
const seed = Number(process.argv[3] ?? Math.floor(Math.random() * 2 ** 31));
const requestsPerSet = Number(process.argv[4] ?? 20);
/** Cases in which every cell has to be met, whatever the seed. */
const ENOUGH = 200_000;
const SHOWN = Number(process.env['POLICYWRIGHT_SHOWN'] ?? 10);
let shown = 0;

const start = performance.now();
const report = runDifferential({
  seed,
  cases,
  requestsPerSet,
  onDifference: ({ scenario, evaluator, reference, reading }) => {
    shown += 1;
    if (shown > SHOWN) return;
    console.log(printScenario(scenario));
    console.log(reading, '\nevaluator', evaluator, '\nreference', reference);
  },
});
const seconds = (performance.now() - start) / 1000;
const shares = Object.entries(report.decisions).map(
  ([decision, count]) => `${decision} ${((100 * count) / report.cases).toFixed(1)} %`,
);
console.log(
  `seed ${String(seed)}, ${String(report.cases)} cases in ${seconds.toFixed(1)} s, ${shares.join(', ')}`,
);
console.log(`${String(report.differences)} differences`);
const empty = REACHABLE.filter((cell) => report.reach.count(cell) === 0);
for (const cell of empty) console.log(`no case came to ${cell}`);
const come = UNREACHABLE.filter(({ cell }) => report.reach.count(cell) > 0);
for (const { cell, why } of come) console.log(`cases came to ${cell}, of which is said: ${why}`);
console.log(`${String(REACHABLE.length - empty.length)} of ${String(REACHABLE.length)} cells were met`);
if (process.env['POLICYWRIGHT_REACH'] !== undefined)
  for (const [cell, count] of report.reach.cells()) console.log(String(count).padStart(9), cell);
const fails = report.differences > 0 || (cases >= ENOUGH && empty.length > 0) || come.length > 0;
process.exitCode = fails ? 1 : 0;
