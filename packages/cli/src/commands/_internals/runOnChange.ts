import type { Io } from '../../io/io.ts';
import { createPaint } from '../../terminal/paint.ts';
import { useColor } from '../../terminal/useColor.ts';
import { watchPaths } from './watchPaths.ts';

/** What is watched, and what is done then. */
export interface WatchTask {
  readonly io: Io;
  /** Files and folders, relative ones from the current folder. */
  readonly paths: readonly string[];
  readonly run: () => Promise<unknown>;
  /** Fulfilled when the user has enough. */
  readonly stopped: Promise<void>;
  /** Whether a run takes the place of the last one on a terminal. */
  readonly clears: boolean;
}

/** Clears the screen and what was scrolled out of it, and goes to its first line. */
const CLEAR = '\u001b[2J\u001b[3J\u001b[H';

/**
 * Runs now, and again after every change, until the user stops it.
 *
 * @param task - what to watch and to run.
 */
export async function runOnChange({ io, paths, run, stopped, clears }: WatchTask): Promise<void> {
  const paint = createPaint(useColor(io.stdout, io.env));
  const ended = stopped.then(() => 'stopped' as const);
  let next: 'changed' | 'stopped' = 'changed';
  while (next === 'changed') {
    // Watching begins before the run, so that what changes meanwhile starts another.
    const watch = watchPaths(io.cwd, paths);
    if (clears && io.stdout.isTTY) io.stdout.write(CLEAR);
    await run();
    const now = await Promise.race([ended, Promise.resolve('going on' as const)]);
    if (now === 'going on') io.stdout.write(`${paint('dim', 'waiting for changes; Ctrl-C ends')}\n`);
    next = await Promise.race([ended, watch.changed.then(() => 'changed' as const)]);
    watch.close();
  }
}
