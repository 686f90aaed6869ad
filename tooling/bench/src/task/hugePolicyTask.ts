import { compile } from '@policywright/evaluator';
import { parsePolicy } from '@policywright/policy';
import { heapUsed } from '../measure/heapUsed.ts';
import { milliseconds } from '../measure/milliseconds.ts';

/** What a policy of 10 MB costs. */
export interface HugePolicyCost {
  readonly megabytes: number;
  readonly statements: number;
  /** Seconds. */
  readonly parse: number;
  /** Seconds. */
  readonly compile: number;
  /** Seconds of the first decision, which does what compiling put off. */
  readonly firstDecision: number;
  /** Megabytes that the parsed policy keeps. */
  readonly parsedHeap: number;
  /** Megabytes that the parsed and the compiled policy keep. */
  readonly compiledHeap: number;
  /** Megabytes that are kept after one decision about the action of all statements. */
  readonly decidedHeap: number;
  /** Megabytes by which the process grew at most. */
  readonly peak: number;
  /** Seconds and megabytes of `JSON.parse`, for comparison. */
  readonly jsonParse: number;
  readonly jsonHeap: number;
}

const MEGABYTE = 1024 * 1024;

/** Measures one policy of 95,000 statements; needs `--expose-gc`. */
export function hugePolicyTask({ statements }: { readonly statements: number }): Promise<HugePolicyCost> {
  const text = hugePolicy(statements);
  const empty = heapUsed();
  const json = milliseconds(() => JSON.parse(text) as unknown);
  const jsonHeap = heapUsed() - empty;
  // Keeps the value until it was weighed.
  if (json.result === undefined) throw new Error('no value');

  const residentBefore = process.resourceUsage().maxRSS;
  const before = heapUsed() - jsonHeap;
  const parsed = milliseconds(() => parsePolicy(text));
  if (!parsed.result.ok) throw new Error(parsed.result.diagnostics[0]?.message);
  const { policy } = parsed.result;
  const parsedHeap = heapUsed() - before - jsonHeap;
  const compiled = milliseconds(() => compile({ identity: [policy] }));
  const compiledHeap = heapUsed() - before - jsonHeap;
  const peak = process.resourceUsage().maxRSS - residentBefore;
  const first = milliseconds(() => compiled.result.decide(requestOf(statements - 1)));
  if (first.result !== 'Allow') throw new Error('wrong verdict');
  const decidedHeap = heapUsed() - before - jsonHeap;
  return Promise.resolve({
    megabytes: text.length / MEGABYTE,
    statements,
    parse: parsed.took / 1000,
    compile: compiled.took / 1000,
    firstDecision: first.took / 1000,
    parsedHeap: parsedHeap / MEGABYTE,
    compiledHeap: compiledHeap / MEGABYTE,
    decidedHeap: decidedHeap / MEGABYTE,
    peak: peak / 1024,
    jsonParse: json.took / 1000,
    jsonHeap: jsonHeap / MEGABYTE,
  });
}

function hugePolicy(statements: number): string {
  const Statement = Array.from({ length: statements }, (_, index) => ({
    Effect: 'Allow',
    Action: 's3:GetObject',
    Resource: `arn:aws:s3:::team-bucket-${index}/public-data/*`,
  }));
  return JSON.stringify({ Version: '2012-10-17', Statement });
}

function requestOf(index: number): Parameters<ReturnType<typeof compile>['decide']>[0] {
  return {
    principal: 'arn:aws:iam::111122223333:user/alice',
    action: 's3:GetObject',
    resource: `arn:aws:s3:::team-bucket-${index}/public-data/report.csv`,
  };
}
