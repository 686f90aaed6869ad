import { duration, figure, ratio } from '../report/units.ts';
import { runTask } from '../task/runTask.ts';
import type { Suite } from './suite.ts';

const SIZES = [1, 10, 100, 1000, 10_000, 100_000];
const MILLISECOND = 1e6;
const MICROSECOND = 1e3;

/** What decisions cost as policies grow. */
export const growthSuite: Suite = {
  name: 'growth',
  title: 'Cost by number of statements',
  async run({ quick, progress }) {
    const sizes = quick ? SIZES.slice(0, 4) : SIZES;
    const data = [];
    for (const statements of sizes) {
      progress(`${figure(statements)} statements`);
      data.push({ statements, ...(await runTask('growth', { statements, seconds: quick ? 0.15 : 0.6 })) });
    }
    const smallest = data[0]?.warm ?? NaN;
    return {
      table: {
        headings: [
          'statements',
          'warm',
          'to one',
          '1,024 actions in turn',
          'new action',
          'all actions in turn',
          'parse',
          'compile',
          'first decision',
        ],
        rows: data.map((row) => [
          figure(row.statements),
          duration(row.warm),
          ratio(row.warm, smallest),
          duration(row.manyActions),
          duration(row.newAction * MICROSECOND),
          duration(row.allActions * MICROSECOND),
          duration(row.parse * MILLISECOND),
          duration(row.compile * MILLISECOND),
          duration(row.first * MILLISECOND),
        ]),
      },
      remarks: [
        'Statements as in W2 and W3, one fresh process a line. Warm, the same action, 16 resources in turn. New action: the first decision about an action that statements cover. All actions in turn: every action of the catalog once, more than an authorizer remembers. Parse, compile and first decision: once, in that order, in a process that has done nothing else, on the wall; what is repeated, in processor time.',
      ],
      data,
    };
  },
};
