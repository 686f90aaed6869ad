import { parsePolicy, type Policy, type PolicyType } from '@policywright/policy';
import type { Io } from '../../io/io.ts';
import { readInput } from '../../io/readInput.ts';
import { printDiagnostics } from '../../report/printDiagnostics.ts';

/** A policy document with its text. */
export interface PolicyFile {
  readonly text: string;
  readonly policy: Policy;
}

/**
 * Reads a file that holds one policy document in JSON, or standard input where the path is `-`.
 *
 * @param io - files, and standard error for what is wrong.
 * @param file - as the user named it.
 * @param type - the type of the policy, where it is known.
 * @returns the document, or `undefined` after saying on standard error why there is none.
 */
export async function readPolicyFile(
  io: Io,
  file: string,
  type?: PolicyType,
): Promise<PolicyFile | undefined> {
  const input = await readInput(io, file);
  if (!input.ok) {
    printDiagnostics(io, { file, text: input.text }, [input.problem]);
    return undefined;
  }
  const { text } = input;
  const read = parsePolicy(text, { type });
  if (read.ok) return { text, policy: read.policy };
  printDiagnostics(
    io,
    { file, text },
    read.diagnostics.filter(({ severity }) => severity === 'error'),
  );
  return undefined;
}
