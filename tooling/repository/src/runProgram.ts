import { spawn } from 'node:child_process';

/** How a program ended. */
export interface Ending {
  /** Whether it could be started and ended with 0. */
  readonly ok: boolean;
  /** `undefined` where it could not be started or was stopped by a signal. */
  readonly exitCode: number | undefined;
  /** What it printed on standard output. */
  readonly stdout: string;
  /** What it printed, with what it said on standard error, in the order in which it came. */
  readonly output: string;
}

/** Where a program runs. */
export interface ProgramPlace {
  /** Its working directory. */
  readonly cwd: string;
  /** Variables of its environment beside those of this process. */
  readonly env?: Readonly<Record<string, string>>;
}

/** What a workspace's package manager sets for its own scripts is not for other projects. */
const ENVIRONMENT = Object.entries(process.env).filter(
  ([name]) => !/^(npm_|pnpm_|INIT_CWD$|NODE_OPTIONS$|NODE_PATH$)/i.test(name),
);

/**
 * Runs a program to its end, without what pnpm sets for scripts of this workspace.
 *
 * @param command - name or path of the program, such as `npm`.
 * @param args - its arguments, none of them written by strangers.
 * @param place - where it runs.
 */
export function runProgram(command: string, args: readonly string[], place: ProgramPlace): Promise<Ending> {
  // Package managers are batch files on Windows, which only a shell starts, and a shell takes words apart.
  const shell = process.platform === 'win32' && command !== process.execPath;
  const words = shell ? [command, ...args].map(quoted) : [command, ...args];
  return new Promise((resolve) => {
    const child = spawn(words[0] ?? '', words.slice(1), {
      cwd: place.cwd,
      env: { ...Object.fromEntries(ENVIRONMENT), ...place.env },
      shell,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const out = { stdout: '', output: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out.stdout += text;
      out.output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (out.output += text));
    child.on('error', (error) =>
      resolve({ ok: false, exitCode: undefined, stdout: '', output: error.message }),
    );
    child.on('close', (code) => resolve({ ok: code === 0, exitCode: code ?? undefined, ...out }));
  });
}

/**
 * Runs a program that has to end well.
 *
 * @returns what it printed on standard output.
 * @throws Error with what it printed, where it does not end with 0.
 */
export async function mustRun(
  command: string,
  args: readonly string[],
  place: ProgramPlace,
): Promise<string> {
  const { ok, stdout, output } = await runProgram(command, args, place);
  if (!ok) throw new Error(`\`${[command, ...args].join(' ')}\` failed:\n${output}`);
  return stdout;
}

function quoted(word: string): string {
  return /^[\w@./:=\\-]+$/.test(word) ? word : `"${word}"`;
}
