import { duration, figure, ratio } from '../report/units.ts';
import type { HugePolicyCost } from '../task/hugePolicyTask.ts';
import { runTask } from '../task/runTask.ts';
import type { Suite } from './suite.ts';

const MILLISECOND = 1e6;
const SECOND = 1e9;

/** What reading and compiling policies costs. */
export const compileSuite: Suite = {
  name: 'compile',
  title: 'Parsing and compiling',
  async run({ quick, progress }) {
    progress('largest managed policy');
    const small = await runTask('smallPolicy', { seconds: quick ? 0.2 : 0.8 });
    const managed = { policies: 1000, passes: quick ? 3 : 9 };
    progress('1,000 managed policies');
    const compact = await runTask('managedPolicies', { ...managed, indent: 0 });
    progress('1,000 managed policies, indented');
    const indented = await runTask('managedPolicies', { ...managed, indent: 4 });
    progress('10 MB policy');
    const huge = await hugePolicy(quick ? 1 : 5);
    const ms = (milliseconds: number): string => duration(milliseconds * MILLISECOND);
    const managedRow = (label: string, times: typeof compact): string[] => [
      label,
      ms(times.parse),
      ms(times.compile),
      `${ms(times.parse + times.compile)} (${ratio(times.parse + times.compile, times.jsonParse)})`,
      ms(times.jsonParse),
      '5 x',
    ];
    return {
      table: {
        headings: ['policies', 'parse', 'compile', 'both', '`JSON.parse`', 'budget'],
        rows: [
          [
            `one of ${figure(small.characters)} characters`,
            ms(small.parse),
            ms(small.compile),
            ms(small.parse + small.compile),
            ms(small.jsonParse),
            '1 ms',
          ],
          [
            'the same, first in its process',
            ms(small.firstParse),
            ms(small.firstCompile),
            ms(small.firstParse + small.firstCompile),
            '',
            '',
          ],
          managedRow(`${figure(compact.policies)} managed ones on one line each`, compact),
          managedRow('the same, indented by 4', indented),
          [
            `one of ${figure(huge.megabytes)} MB, ${figure(huge.statements)} statements`,
            duration(huge.parse * SECOND),
            duration(huge.compile * SECOND),
            duration((huge.parse + huge.compile) * SECOND),
            duration(huge.jsonParse * SECOND),
            '1 s',
          ],
          [
            'heap that it keeps',
            `${figure(huge.parsedHeap)} MB`,
            `${figure(huge.compiledHeap - huge.parsedHeap)} MB`,
            `${figure(huge.compiledHeap)} MB`,
            `${figure(huge.jsonHeap)} MB`,
            '200 MB',
          ],
        ],
      },
      remarks: [
        `The managed policies are ${figure(compact.characters / 1e6)} MB on one line each, ${figure(indented.characters / 1e6)} MB indented, and have ${figure(compact.statements)} statements; medians of ${managed.passes} passes in one process, in processor time.`,
        `The policy of ${figure(huge.megabytes)} MB is parsed and compiled once a process, on the wall; of ${quick ? 1 : 5} fresh process(es), the one with the median time; it grew by ${figure(huge.peak)} MB at most until then. Its first decision, about the one action of all statements, took ${duration(huge.firstDecision * SECOND)}, and left ${figure(huge.decidedHeap)} MB in use.`,
      ],
      data: { small, compact, indented, huge },
    };
  },
};

/** Runs the task in fresh processes and takes the one in the middle. */
async function hugePolicy(processes: number): Promise<HugePolicyCost> {
  const costs: HugePolicyCost[] = [];
  for (let index = 0; index < processes; index++) {
    costs.push(await runTask('hugePolicy', { statements: 95_000 }, { flags: ['--expose-gc'] }));
  }
  costs.sort((a, b) => a.parse + a.compile - (b.parse + b.compile));
  const middle = costs[costs.length >> 1];
  if (middle === undefined) throw new RangeError('nothing was measured');
  return middle;
}
