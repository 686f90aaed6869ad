import { inTurn } from '../measure/inTurn.ts';
import { timeOf, warmUp } from '../measure/timeOf.ts';
import { askAll } from '../peer/askAll.ts';
import { peerNamed } from '../peer/peers.ts';
import { WORKLOAD_NAMES, workloadNamed } from '../workload/workloads.ts';

/** One engine on one workload. */
export interface DecideInput {
  readonly peer: string;
  readonly workload: string;
  readonly seconds: number;
  /** Let the engine meet the other workloads first, as in a process that serves many policies. */
  readonly afterOthers: boolean;
}

/** @returns the median time of a decision in nanoseconds. */
export async function decideTask({ peer, workload, seconds, afterOthers }: DecideInput): Promise<number> {
  const engine = await peerNamed(peer);
  if (afterOthers) {
    for (const other of WORKLOAD_NAMES) {
      if (other !== workload) await warmUp(inTurn(await askAll(engine, workloadNamed(other))), seconds / 3);
    }
  }
  return timeOf(inTurn(await askAll(engine, workloadNamed(workload))), seconds);
}
