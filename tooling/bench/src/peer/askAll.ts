import type { Workload } from '../workload/workload.ts';
import type { Peer, Question } from './peer.ts';

/**
 * Prepares an engine for a workload and makes sure that it answers every request of it rightly.
 *
 * @returns the questions that are to be timed: those that are allowed.
 * @throws Error at the first wrong verdict.
 */
export async function askAll(peer: Peer, workload: Workload): Promise<readonly Question[]> {
  const translate = await peer.prepare(workload);
  const allowed = workload.allowed.map(translate);
  for (const [index, question] of allowed.entries()) {
    if (!(await question()))
      throw new Error(`${peer.name} denies allowed request ${index} of ${workload.name}`);
  }
  for (const [index, request] of workload.denied.entries()) {
    if (await translate(request)()) {
      throw new Error(`${peer.name} allows denied request ${index} of ${workload.name}`);
    }
  }
  return allowed;
}
