import { describe, expect, test } from 'vitest';
import { WORKLOAD_NAMES, workloadNamed } from '../workload/workloads.ts';
import { askAll } from './askAll.ts';
import type { Peer } from './peer.ts';
import { PEER_NAMES, peerNamed } from './peers.ts';

describe.each(PEER_NAMES)('%s', (peer) => {
  test.each(WORKLOAD_NAMES)('answers every request of %s rightly', async (workload) => {
    const questions = await askAll(await peerNamed(peer), workloadNamed(workload));
    expect(questions).toHaveLength(16);
  });
});

test('a peer that answers wrongly is not timed', async () => {
  const always = (answer: boolean): Peer => ({
    name: 'peer',
    packageName: 'peer',
    remark: '',
    prepare: () => Promise.resolve(() => () => answer),
  });
  await expect(askAll(always(true), workloadNamed('W1'))).rejects.toThrow('allows denied request 0 of W1');
  await expect(askAll(always(false), workloadNamed('W1'))).rejects.toThrow('denies allowed request 0 of W1');
});
