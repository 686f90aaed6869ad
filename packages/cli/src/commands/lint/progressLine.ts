import { printable } from '@policywright/policy/text';
import type { Io, Output } from '../../io/io.ts';

/** A line on the terminal that says how far a run is. */
export interface ProgressLine {
  /** The world of the run: what it writes to a terminal stands where the line was. */
  readonly io: Io;
  /** Says which file comes next. */
  next(file: string): void;
  /** Takes the line away. */
  end(): void;
}

/** What goes before each writing of the line, and takes it away. */
export const ERASE = '\r\u001b[K';
/** In milliseconds: more often nobody reads it. */
const INTERVAL = 100;
const FEWEST = 10;

/**
 * Shows how far a run over many files is, on standard error where that is a terminal, else nothing.
 *
 * @param io - of the command.
 * @param total - number of files; few are over before anybody could read.
 * @param now - the time in milliseconds.
 */
export function progressLine(io: Io, total: number, now: () => number = Date.now): ProgressLine {
  if (!io.stderr.isTTY || total < FEWEST || io.env['TERM'] === 'dumb')
    return { io, next: () => undefined, end: () => undefined };
  const { stdout, stderr } = io;
  const width = (stderr.columns ?? 80) - 1;
  let isShown = false;
  let last = -Infinity;
  let count = 0;
  const erase = (): void => {
    if (isShown) stderr.write(ERASE);
    isShown = false;
  };
  const after = (output: Output): Output => ({
    ...output,
    write: (text) => {
      erase();
      output.write(text);
    },
  });
  return {
    // A terminal may show both.
    io: { ...io, stdout: stdout.isTTY ? after(stdout) : stdout, stderr: after(stderr) },
    next(file) {
      count += 1;
      const time = now();
      if (time - last < INTERVAL) return;
      last = time;
      stderr.write(`${ERASE}${`${count}/${total} ${printable(file)}`.slice(0, width)}`);
      isShown = true;
    },
    end: erase,
  };
}
