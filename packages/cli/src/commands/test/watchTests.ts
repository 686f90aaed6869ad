import type { Io } from '../../io/io.ts';
import { createPaint } from '../../terminal/paint.ts';
import { useColor } from '../../terminal/useColor.ts';
import { watchPaths, type ChangeWatch } from './watchPaths.ts';

/** What is watched, and what is done then. */
export interface WatchTask {
  readonly io: Io;
  /** Files and folders, as the user wrote them. */
  readonly paths: readonly string[];
  readonly run: () => Promise<unknown>;
  /** Fulfilled when the user has enough. */
  readonly stopped: Promise<void>;
}

/** Clears the screen and what was scrolled out of it, and goes to its first line. */
const CLEAR = '\u001b[2J\u001b[3J\u001b[H';

/**
 * Runs now, and again after every change, until the user stops it.
 *
 * @param task - what to watch and to run.
 */
export async function watchTests({ io, paths, run, stopped }: WatchTask): Promise<void> {
  const { isTTY } = io.stdout;
  const paint = createPaint(useColor(io.stdout, io.env));
  const ended = stopped.then(() => 'stopped' as const);
  let next: 'changed' | 'stopped' = 'changed';
  while (next === 'changed') {
    // Watching begins before the run, so that what changes meanwhile starts another.
    const watch: ChangeWatch = watchPaths(io.cwd, paths);
    if (isTTY) io.stdout.write(CLEAR);
    await run();
    io.stdout.write(`${paint('dim', 'waiting for changes; Ctrl-C ends')}\n`);
    next = await Promise.race([watch.changed.then(() => 'changed' as const), ended]);
    watch.close();
  }
}
