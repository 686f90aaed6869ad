import type { CallerInSnapshot } from '@policywright/account';
import { quote } from '@policywright/policy/text';
import { CommandError } from '../../commandError.ts';
import type { Io } from '../../io/io.ts';
import type { PolicyArguments } from './policyArgument.ts';

/** What a snapshot tells, and options would say a second time. */
const TOLD = ['policy', 'boundary', 'scp', 'rcp'] as const;

/**
 * Finds the caller in a snapshot.
 *
 * @param io - the files.
 * @param folder - of the snapshot.
 * @param asked - the ARN of the caller, and the options that are given besides.
 * @throws CommandError - where the snapshot cannot be read, has no such caller, or an option says otherwise.
 */
export async function callerOfSnapshot(
  io: Io,
  folder: string,
  { as, given }: { readonly as: string; readonly given: PolicyArguments },
): Promise<CallerInSnapshot> {
  const needless = TOLD.find((option) => given[option].length > 0);
  if (needless !== undefined)
    throw new CommandError(`\`--${needless}\` says what \`--snapshot\` tells`, {
      help: 'leave one of them out',
    });
  // Loaded for this alone: it takes time.
  const [{ callerInSnapshot }, { readSnapshot }] = await Promise.all([
    import('@policywright/account'),
    import('../audit/readSnapshot.ts'),
  ]);
  const caller = callerInSnapshot(await readSnapshot(io, folder), as);
  if (caller !== undefined) return caller;
  throw new CommandError(`the snapshot in ${quote(folder)} has no user and no role ${quote(as)}`, {
    help: 'name a user, a role or a session of a role that `accounts/*.json` has, with its path',
  });
}
