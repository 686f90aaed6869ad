import { CommandError } from '../../../commandError.ts';
import type { Io } from '../../../io/io.ts';

/**
 * The address of the server of queues.
 *
 * @param option - `--queue`, as given.
 * @param io - the environment has it otherwise.
 * @throws CommandError - where neither has one.
 */
export function queueAddress(option: string | undefined, { env }: Io): string {
  const address = option ?? env['POLICYWRIGHT_QUEUE'];
  if (address !== undefined && address !== '') return address;
  throw new CommandError('which queue is not said', {
    help: '`--queue redis://localhost:6379`, or the variable POLICYWRIGHT_QUEUE',
  });
}
