import { managedVersions } from './managedVersions.ts';
import { proofNearMisses } from './proofNearMisses.ts';

// Usage: runNearMisses.ts [REQUESTS FOR EACH PROOF] [SEED] [ONE PAIR OF SO MANY]
const requests = Number(process.argv[2] ?? 450);
const seed = Number(process.argv[3] ?? Math.floor(Math.random() * 2 ** 20));
const every = Number(process.argv[4] ?? 1);

const start = performance.now();
console.log(`seed ${String(seed)}`);
const report = proofNearMisses(managedVersions(every), { seed, requests });
const seconds = ((performance.now() - start) / 1000).toFixed(0);
const { proved, refuted, unknown } = report.verdicts;
console.log(`${String(proved)} proved, ${String(refuted)} refuted, ${String(unknown)} unknown`);
console.log(
  `${String(report.requests)} near misses in ${seconds} s, ${String(report.allowed)} of them allowed by both or by the new version`,
);
for (const contradiction of report.contradictions.slice(0, 10)) console.log(JSON.stringify(contradiction));
console.log(`${String(report.contradictions.length)} contradictions`);
process.exitCode = report.contradictions.length === 0 ? 0 : 1;
