import { loadManagedPolicies, loadVersionPairs } from '@policywright-tooling/conformance/managed-policies';
import { provedRewrite, REWRITES, type RewriteName } from './provedRewrite.ts';

// Usage: runRewrites.ts [EVERY]: every so manieth of all versions of the AWS managed policies.
const every = Number(process.argv[2] ?? 1);
const earlier = loadVersionPairs().map(({ name, before }) => ({ name, document: before }));
const documents = [...loadManagedPolicies(), ...earlier].filter((_, index) => index % every === 0);

for (const rewrite of Object.keys(REWRITES) as RewriteName[]) {
  const start = process.cpuUsage().user;
  const counts = { proved: 0, refuted: 0, unknown: 0, unchanged: 0 };
  for (const { name, document } of documents) {
    const text = JSON.stringify(document);
    const { outcome, after } = provedRewrite(text, rewrite);
    counts[outcome] += 1;
    if (outcome === 'proved' || outcome === 'unchanged') continue;
    console.log(`${rewrite} ${name}: ${outcome}`);
    if (outcome === 'refuted') console.log(`${text}\n${after}`);
  }
  if (counts.refuted > 0) process.exitCode = 1;
  const seconds = (process.cpuUsage().user - start) / 1e6;
  const results = Object.entries(counts).map(([outcome, count]) => `${String(count)} ${outcome}`);
  console.log(
    `${rewrite}: of ${String(documents.length)} documents ${results.join(', ')}; ${seconds.toFixed(1)} s`,
  );
}
