import { figure } from '../report/units.ts';
import { runTask } from '../task/runTask.ts';
import { WORKLOAD_NAMES } from '../workload/workloads.ts';
import type { Suite } from './suite.ts';

/** What decisions leave for the garbage collector. */
export const allocationSuite: Suite = {
  name: 'allocation',
  title: 'Allocation of a decision',
  async run({ quick, progress }) {
    const data = [];
    for (const workload of WORKLOAD_NAMES) {
      progress(workload);
      data.push({ workload, ...(await runTask('allocation', { workload, decisions: quick ? 1e5 : 1e6 })) });
    }
    return {
      table: {
        headings: ['workload', 'bytes a decision', 'garbage collections', 'decisions'],
        rows: [
          ...data.map((row) => [
            row.workload,
            row.bytesPerDecision.toFixed(2),
            figure(row.collections),
            figure(row.decisions),
          ]),
          ['budget', '0', '0', ''],
        ],
      },
      remarks: ['From the heap in use before and after runs of a hundredth of all decisions, medians.'],
      data,
    };
  },
};
