import { spreadOf, type Spread } from '../measure/median.ts';
import { packageVersion } from '../measure/installedPackage.ts';
import { PEER_NAMES, peerNamed } from '../peer/peers.ts';
import { duration, ratio } from '../report/units.ts';
import { runTask } from '../task/runTask.ts';
import { WORKLOAD_NAMES, workloadNamed } from '../workload/workloads.ts';
import type { Effort, Suite } from './suite.ts';

/** An engine, or ours in a process that has served the other workloads before. */
interface Contender {
  readonly label: string;
  readonly remark: string;
  readonly peer: string;
  readonly afterOthers: boolean;
}

const BUDGET = ['150 ns', '600 ns', '700 ns', '2.5 us'];

/** The time of one decision on W1 to W4, of every engine. */
export const decideSuite: Suite = {
  name: 'decide',
  title: 'One decision, policies prepared beforehand',
  async run(effort) {
    const contenders = await listContenders();
    const rounds = effort.quick ? 1 : 5;
    const times = await measureAll(contenders, rounds, effort);
    const ours = times[0] ?? [];
    const floor = await runTask('mapGet', { seconds: effort.quick ? 0.2 : 0.6 });
    const cell = ({ median }: Spread, column: number): string =>
      `${duration(median)} (${ratio(median, ours[column]?.median ?? NaN)})`;
    const rows = contenders.map(({ label }, row) => [label, ...(times[row] ?? []).map(cell)]);
    return {
      table: {
        headings: ['engine', ...WORKLOAD_NAMES],
        rows: [
          ...rows,
          ['floor: `Map.get`, 20 characters', duration(floor), '', '', ''],
          ['budget', ...BUDGET],
        ],
      },
      remarks: [
        ...WORKLOAD_NAMES.map((name) => `${name}: ${workloadNamed(name).description}.`),
        'In brackets, the ratio to ours. Every engine answered an allowed and several denied requests rightly before it was timed; 16 allowed requests take turns.',
        `Each figure is the median of ${rounds} fresh process(es), engines taking turns; in each process the median of batches, in processor time, so that other load disturbs less. Ours ranged ${ours.map(({ min, max }) => `${duration(min)} to ${duration(max)}`).join(', ')}.`,
        ...contenders.map(({ label, remark }) => `${label}: ${remark}.`),
      ],
      data: { floor, times: Object.fromEntries(contenders.map(({ label }, row) => [label, times[row]])) },
    };
  },
};

async function listContenders(): Promise<readonly Contender[]> {
  const peers = await Promise.all(PEER_NAMES.map(peerNamed));
  const engines = peers.map(({ name, packageName, remark }) => ({
    label: `${name} ${packageVersion(packageName)}`,
    remark,
    peer: name,
    afterOthers: false,
  }));
  const [ours, ...others] = engines;
  if (ours === undefined) return [];
  const remark = 'in a process that decided all other workloads before';
  return [ours, { ...ours, label: 'policywright, process shared', remark, afterOthers: true }, ...others];
}

/** @returns a spread for each contender and workload. */
async function measureAll(
  contenders: readonly Contender[],
  rounds: number,
  { quick, progress }: Effort,
): Promise<readonly (readonly Spread[])[]> {
  const figures = contenders.map(() => WORKLOAD_NAMES.map((): number[] => []));
  for (let round = 1; round <= rounds; round++) {
    for (const [column, workload] of WORKLOAD_NAMES.entries()) {
      progress(`round ${round} of ${rounds}, ${workload}`);
      for (const [row, { peer, afterOthers }] of contenders.entries()) {
        const seconds = quick ? 0.15 : 0.4;
        figures[row]?.[column]?.push(await runTask('decide', { peer, workload, seconds, afterOthers }));
      }
    }
  }
  return figures.map((row) => row.map(spreadOf));
}
