import type { Peer } from './peer.ts';

/** Loads an engine only where it is measured. */
const PEERS: Readonly<Record<string, () => Promise<Peer>>> = {
  policywright: async () => (await import('./policywright.ts')).policywright,
  CASL: async () => (await import('./casl.ts')).casl,
  casbin: async () => (await import('./casbin.ts')).casbin,
  'cedar-wasm': async () => (await import('./cedar.ts')).cedar,
  'iam-simulate': async () => (await import('./iamSimulate.ts')).iamSimulate,
};

/** The engines, ours first. */
export const PEER_NAMES: readonly string[] = Object.keys(PEERS);

/**
 * Loads an engine.
 *
 * @param name - one of `PEER_NAMES`.
 * @throws RangeError for any other name.
 */
export async function peerNamed(name: string): Promise<Peer> {
  const load = PEERS[name];
  if (load === undefined) throw new RangeError(`no peer is called ${name}`);
  return load();
}
