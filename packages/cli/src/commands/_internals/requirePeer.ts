import type { PeerPlace } from '@policywright/codegen';
import { CommandError } from '../../commandError.ts';

/**
 * Loads an optional package that a command cannot do without.
 *
 * @param place - the package, and where it is looked for.
 * @param does - what it does, for the message: `SQL is answered`.
 * @throws CommandError - where it is not installed.
 */
export async function requirePeer<Module>(place: PeerPlace<Module>, does: string): Promise<Module> {
  const { loadPeer } = await import('@policywright/codegen');
  const loaded = await loadPeer(place);
  if (loaded !== undefined) return loaded;
  throw new CommandError(`${does} by the package \`${place.name}\`, which is not installed`, {
    help: `\`npm install ${place.name}\``,
  });
}
