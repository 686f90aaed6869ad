import { askAll } from '../peer/askAll.ts';
import { peerNamed } from '../peer/peers.ts';
import { hostileWorkload } from '../workload/hostile.ts';

/** @returns milliseconds of one decision with a hostile pattern, the policy prepared beforehand. */
export async function hostilePeerTask({ peer }: { readonly peer: string }): Promise<number> {
  const engine = await peerNamed(peer);
  const [denied] = hostileWorkload.denied;
  if (denied === undefined) throw new Error('a workload without request');
  await askAll(engine, { ...hostileWorkload, denied: [] });
  const question = (await engine.prepare(hostileWorkload))(denied);
  const start = performance.now();
  if (await question()) throw new Error(`${peer} allows the hostile request`);
  return performance.now() - start;
}
