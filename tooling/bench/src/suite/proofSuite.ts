import { duration, figure } from '../report/units.ts';
import { runTask } from '../task/runTask.ts';
import type { Suite } from './suite.ts';

const MILLISECOND = 1e6;
/** Budgets in milliseconds: median, 95th and 99th percentile, and all together. */
const BUDGET = { median: 5, most: 60, nearlyAll: 250, all: 120_000 };

/** What it costs to prove, or to refute, that a version of a policy allows nothing new. */
export const proofSuite: Suite = {
  name: 'proof',
  title: 'Whether a version allows more, for all requests',
  async run({ quick, progress }) {
    const every = quick ? 40 : 1;
    const data = [];
    for (const universe of ['language', 'aws'] as const) {
      progress(`versions of managed policies, universe ${universe}`);
      data.push({ universe, ...(await runTask('versions', { universe, every })) });
    }
    const ms = (milliseconds: number): string => duration(milliseconds * MILLISECOND);
    return {
      table: {
        headings: ['universe', 'questions', 'median', '95 %', '99 %', 'longest', 'all', 'unknown'],
        rows: [
          ...data.map(({ universe, times, verdicts }) => [
            universe,
            figure(times.length),
            ...[0.5, 0.95, 0.99, 1].map((part) => ms(times[Math.floor((times.length - 1) * part)] ?? NaN)),
            ms(times.reduce((sum, time) => sum + time, 0)),
            figure(verdicts.unknown),
          ]),
          [
            'budget',
            figure(9200),
            ms(BUDGET.median),
            ms(BUDGET.most),
            ms(BUDGET.nearlyAll),
            '',
            ms(BUDGET.all),
            figure(2),
          ],
        ],
      },
      remarks: [
        'Every two consecutive versions of the AWS managed policies, in both directions, in one process, in processor time; reading the policies is not in it, compiling is.',
      ],
      data: data.map(({ universe, verdicts }) => ({ universe, verdicts })),
    };
  },
};
