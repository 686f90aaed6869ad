import { watch, type FSWatcher } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { RenderableDiagnostic } from '@policywright/policy';
import { CONFIG_FILES } from '../../config/configFiles.ts';

/** A run that is ready to begin, and what it will read. */
export interface PreparedRun {
  /** Absolute paths of files and folders. */
  readonly sources: readonly string[];
  /** The absolute path of a folder; changes below it are the runs' own. */
  readonly out: string;
  /** Runs and reports, with what cannot be watched; never rejects. */
  readonly run: (warnings: readonly RenderableDiagnostic[]) => Promise<void>;
}

/** What to run again and again. */
export interface WatchTask {
  /** The absolute path of the folder that may hold a configuration file. */
  readonly folder: string;
  /** Reads the configuration anew; never rejects. */
  readonly prepare: () => Promise<PreparedRun>;
  /** Fulfilled when the user has enough. */
  readonly stopped: Promise<void>;
}

/** Editors write a file in several steps; one run after the last is enough. */
const DELAY_MILLISECONDS = 100;

/**
 * Runs now, and again whenever the configuration file or a source changes, until the user stops it. A run that has
 * begun then still ends.
 *
 * @param task - what to run, and where.
 */
export async function watchRuns({ folder, prepare, stopped }: WatchTask): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let watchers: readonly FSWatcher[] = [];
  let running: Promise<void> = Promise.resolve();
  let isOver = false;
  const next = async (): Promise<void> => {
    const { sources, out, run } = await prepare();
    if (isOver) return;
    // Watching begins before the run, so that what changes meanwhile starts another.
    for (const watcher of watchers) watcher.close();
    const started = startWatchers(folder, { sources, out }, schedule);
    watchers = started.watchers;
    await run(started.warnings);
  };
  const schedule = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(next);
    }, DELAY_MILLISECONDS);
  };
  running = next();
  await stopped;
  isOver = true;
  clearTimeout(timer);
  for (const watcher of watchers) watcher.close();
  await running;
}

interface StartedWatchers {
  readonly watchers: readonly FSWatcher[];
  /** Grows when a watcher fails later. */
  readonly warnings: readonly RenderableDiagnostic[];
}

function startWatchers(
  folder: string,
  { sources, out }: Pick<PreparedRun, 'sources' | 'out'>,
  changed: () => void,
): StartedWatchers {
  const watchers: FSWatcher[] = [];
  const warnings: RenderableDiagnostic[] = [];
  const fail = (path: string, error: unknown): void => {
    const { code, message } = error as NodeJS.ErrnoException;
    // The run reports a path that does not exist; a change of the configuration comes back here.
    if (code !== 'ENOENT') warnings.push(watchFailed(relative(folder, path) || '.', message));
  };
  const start = (path: string, recursive: boolean, concerns: (name: string) => boolean): void => {
    try {
      const watcher = watch(path, { recursive }, (_event, name) => {
        if (name === null || concerns(name)) changed();
      });
      // Told with the next report: a run of its own would start watching, and fail, again and again.
      watchers.push(watcher.on('error', (error) => fail(path, error)));
    } catch (error) {
      fail(path, error);
    }
  };
  const isOutside = (path: string): boolean => relative(out, path).startsWith('..');
  start(folder, false, (name) => CONFIG_FILES.includes(name));
  for (const source of sources) start(source, true, (name) => isOutside(resolve(source, name)));
  return { watchers, warnings };
}

function watchFailed(file: string, reason: string): RenderableDiagnostic {
  const message = `\`${file}\` cannot be watched: ${reason}`;
  return { code: 'watch-failed', severity: 'warning', message, path: '' };
}
