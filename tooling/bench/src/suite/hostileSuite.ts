import { PEER_NAMES } from '../peer/peers.ts';
import { duration } from '../report/units.ts';
import { runTask, TaskTimeout } from '../task/runTask.ts';
import { hostileWorkload } from '../workload/hostile.ts';
import type { Suite } from './suite.ts';

const MILLISECOND = 1e6;

/** What patterns cost that are made to be slow. */
export const hostileSuite: Suite = {
  name: 'hostile',
  title: 'Hostile patterns',
  async run({ quick, progress }) {
    progress('ours');
    const ours = await runTask('hostile', { rounds: quick ? 3 : 15 });
    const patience = quick ? 2000 : 8000;
    const peers: { peer: string; took: number | undefined }[] = [];
    for (const peer of PEER_NAMES) {
      progress(peer);
      peers.push({ peer, took: await hostilePeer(peer, patience) });
    }
    const times = peers.map(({ peer, took }) => {
      return `${peer} ${took === undefined ? `not within ${patience / 1000} s` : duration(took * MILLISECOND)}`;
    });
    return {
      table: {
        headings: ['pattern', '`Resource`', '`StringLike`', '`ArnLike`', '`Action`'],
        rows: [
          ...ours.map(({ description, resource, stringLike, arnLike, action }) => [
            description,
            ...[resource, stringLike, arnLike, action].map((took) => duration(took * MILLISECOND)),
          ]),
          ['budget', '10 ms', '10 ms', '10 ms', '10 ms'],
        ],
      },
      remarks: [
        'Parsing, compiling and one decision on a text of 1,000 characters.',
        `One decision, the first, on ${hostileWorkload.description} as a resource: ${times.join(', ')}.`,
      ],
      data: { ours, peers },
    };
  },
};

/** @returns milliseconds, or `undefined` when patience ran out. */
async function hostilePeer(peer: string, timeout: number): Promise<number | undefined> {
  try {
    return await runTask('hostilePeer', { peer }, { timeout });
  } catch (error) {
    if (error instanceof TaskTimeout) return undefined;
    throw error;
  }
}
