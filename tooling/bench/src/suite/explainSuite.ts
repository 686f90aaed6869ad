import { duration, ratio } from '../report/units.ts';
import { runTask } from '../task/runTask.ts';
import { WORKLOAD_NAMES } from '../workload/workloads.ts';
import type { Suite } from './suite.ts';

/** What explaining costs beside deciding. */
export const explainSuite: Suite = {
  name: 'explain',
  title: '`explain` beside `decide`',
  async run({ quick, progress }) {
    const data = [];
    for (const workload of WORKLOAD_NAMES) {
      progress(workload);
      data.push({ workload, ...(await runTask('explain', { workload, seconds: quick ? 0.15 : 0.6 })) });
    }
    return {
      table: {
        headings: ['workload', '`decide`', '`explain`', 'with summary', 'with whole report', 'as JSON'],
        rows: [
          ...data.map(({ workload, decide, explain, summary, full, json }) => [
            workload,
            duration(decide),
            ...[explain, summary, full, json].map((time) => `${duration(time)} (${ratio(time, decide)})`),
          ]),
          ['budget', '', '10 x', '', '', ''],
        ],
      },
      remarks: [
        'In brackets, the ratio to `decide`. `explain` gives the decision, its code and rule, and works the rest out when it is read. The report holds every statement of the policies; as JSON: that report through `JSON.stringify`.',
      ],
      data,
    };
  },
};
