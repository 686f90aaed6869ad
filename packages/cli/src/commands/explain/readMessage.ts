import { resolve } from 'node:path';
import { parseAccessDenied, type AccessDenied } from '@policywright/evaluator';
import { CommandError } from '../../commandError.ts';
import type { Io } from '../../io/io.ts';
import { readInput } from '../../io/readInput.ts';

/** No path is longer on the systems that there are. */
const MOST_OF_PATH = 4_096;

/**
 * Reads an access-denied message.
 *
 * @param io - files and standard input.
 * @param given - the message itself, `-` for standard input, or the path of a file that holds the message.
 * @throws CommandError - where there is no such message.
 */
export async function readMessage(io: Io, given: string): Promise<AccessDenied> {
  const denied = given === '-' ? undefined : parseAccessDenied(given);
  // A file may be called after what it holds ("AccessDenied.txt"): a text that tells no more is its path.
  const isMessage = denied !== undefined && denied.form !== 'brief';
  if (isMessage || (given !== '-' && !(await isFile(io, given)))) return found(denied, 'the text');
  const input = await readInput(io, given);
  const source = given === '-' ? 'standard input' : `\`${given}\``;
  if (!input.ok) throw new CommandError(`${source}: ${input.problem.message}`, { help: input.problem.help });
  return found(parseAccessDenied(input.text), source);
}

function found(denied: AccessDenied | undefined, source: string): AccessDenied {
  if (denied !== undefined) return denied;
  throw new CommandError(`there is no access denied sentence in ${source}`, {
    help: 'expected `User: ARN is not authorized to perform: SERVICE:ACTION ...`, another message with which AWS refuses a request, or a file that holds one',
  });
}

async function isFile(io: Io, path: string): Promise<boolean> {
  if (path === '' || path.length > MOST_OF_PATH || path.includes('\n')) return false;
  try {
    return (await io.files.stat(resolve(io.cwd, path))).kind !== 'folder';
  } catch {
    return false;
  }
}
