import { printScenario } from '@policywright/scenario';
import { runDifferential } from './differential.ts';

// Usage: runDifferential.ts [CASES] [SEED] [REQUESTS FOR EACH POLICY SET]
const cases = Number(process.argv[2] ?? 100_000);
const seed = Number(process.argv[3] ?? Math.floor(Math.random() * 2 ** 31));
const requestsPerSet = Number(process.argv[4] ?? 20);
const SHOWN = Number(process.env['POLICYWRIGHT_SHOWN'] ?? 10);
let shown = 0;

const start = performance.now();
const report = runDifferential({
  seed,
  cases,
  requestsPerSet,
  onDifference: ({ scenario, evaluator, reference }) => {
    shown += 1;
    if (shown > SHOWN) return;
    console.log(printScenario(scenario));
    console.log('evaluator', evaluator, '\nreference', reference);
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
process.exitCode = report.differences === 0 ? 0 : 1;
