import { EXIT_CODE, run } from 'policywright';

/** What a command did. */
export interface CommandOutcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs the command on one file in memory.
 *
 * @param argv - the arguments; the file is `/a/` and its name
 * @param name - of the file, whose ending says how it is read
 * @param text - its content
 * @returns the exit code and what it wrote
 * @throws Error - where the command says that it failed itself
 */
export async function runCommand(
  argv: readonly string[],
  name: string,
  text: string,
): Promise<CommandOutcome> {
  const content = new TextEncoder().encode(text);
  let [stdout, stderr] = ['', ''];
  const exitCode = await run(argv, {
    stdout: { write: (part) => void (stdout += part), isTTY: false },
    stderr: { write: (part) => void (stderr += part), isTTY: false },
    readStdin: async () => content,
    files: {
      stat: async () => ({ kind: 'file', size: content.length }),
      read: async () => content,
      list: async () => [{ name, kind: 'file' }],
      write: async () => undefined,
    },
    cwd: '/a',
    env: {},
  });
  if (!Object.values<number>(EXIT_CODE).includes(exitCode)) throw new Error(`exit code ${String(exitCode)}`);
  if (/internal error|unexpected error|TypeError|RangeError/.test(stderr)) throw new Error(stderr);
  return { exitCode, stdout, stderr };
}
