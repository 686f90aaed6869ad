import { PerformanceObserver } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { spreadOf } from '../measure/median.ts';
import { authorizerOf } from '../peer/policywright.ts';
import { workloadNamed } from '../workload/workloads.ts';

/** What deciding leaves on the heap. */
export interface Allocation {
  /** The median over 100 runs of a hundredth of all decisions. */
  readonly bytesPerDecision: number;
  /** How often garbage was collected meanwhile. */
  readonly collections: number;
  readonly decisions: number;
}

const RUNS = 100;

/** Measures what deciding allocates on one workload, with requests made beforehand. */
export async function allocationTask(input: {
  readonly workload: string;
  readonly decisions: number;
}): Promise<Allocation> {
  const workload = workloadNamed(input.workload);
  const authorizer = authorizerOf(workload);
  const { allowed } = workload;
  const each = Math.ceil(input.decisions / RUNS);
  const run = (): void => {
    for (let done = 0; done < each;) {
      for (const request of allowed) {
        authorizer.decide(request);
        done++;
      }
    }
  };
  for (let index = 0; index < 20; index++) run();
  let collections = 0;
  const observer = new PerformanceObserver((list) => (collections += list.getEntries().length));
  observer.observe({ entryTypes: ['gc'] });
  const bytes = Array.from({ length: RUNS }, () => allocatedBy(run) - allocatedBy(() => undefined));
  await setTimeout(50);
  observer.disconnect();
  return { bytesPerDecision: spreadOf(bytes).median / each, collections, decisions: each * RUNS };
}

/** @returns bytes, those of measuring included; negative when garbage was collected meanwhile. */
function allocatedBy(call: () => void): number {
  const before = process.memoryUsage().heapUsed;
  call();
  return process.memoryUsage().heapUsed - before;
}
