import { layered } from './layered.ts';
import { oneStatement } from './oneStatement.ts';
import { statementSeries } from './statementSeries.ts';
import type { Workload } from './workload.ts';

const WORKLOADS: Readonly<Record<string, () => Workload>> = {
  W1: () => oneStatement,
  W2: () => statementSeries('W2', 100),
  W3: () => statementSeries('W3', 1000),
  W4: () => layered,
};

/** The names of the workloads, in the order of the table. */
export const WORKLOAD_NAMES: readonly string[] = Object.keys(WORKLOADS);

/**
 * Makes a workload.
 *
 * @param name - one of `WORKLOAD_NAMES`.
 * @throws RangeError for any other name.
 */
export function workloadNamed(name: string): Workload {
  const make = WORKLOADS[name];
  if (make === undefined) throw new RangeError(`no workload is called ${name}`);
  return make();
}
