import { duration, figure } from '../report/units.ts';
import { runTask } from '../task/runTask.ts';
import type { Suite } from './suite.ts';

const MILLISECOND = 1e6;
const CUBES = [
  { principals: 20, resources: 20 },
  { principals: 100, resources: 1 },
  { principals: 100, resources: 100 },
  { principals: 1000, resources: 10 },
];

/** How many decisions a second `decideAll` makes. */
export const bulkSuite: Suite = {
  name: 'bulk',
  title: 'Deciding in bulk',
  async run({ quick, progress }) {
    const data = [];
    for (const cube of quick ? CUBES.slice(0, 2) : CUBES) {
      progress(`${cube.principals} principals, ${cube.resources} resources`);
      data.push(await runTask('bulk', { ...cube, passes: quick ? 1 : 5 }));
    }
    const rate = (decisions: number, took: number): string => figure(decisions / took / 1000);
    return {
      table: {
        headings: ['principals', 'actions', 'resources', 'time', 'million decisions a second', 'first pass'],
        rows: [
          ...data.map((row) => [
            figure(row.principals),
            figure(row.actions),
            figure(row.resources),
            duration(row.later * MILLISECOND),
            rate(row.decisions, row.later),
            rate(row.decisions, row.first),
          ]),
          ['budget', '', '', '', '100', ''],
        ],
      },
      remarks: [
        'One thread, processor time; `decideAll` with the allowed actions of each row counted. Principals share AWS managed policies, a boundary and two levels of SCPs. First pass: in a fresh process. A sample agrees with `decide`.',
      ],
      data,
    };
  },
};
