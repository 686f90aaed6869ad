import { watch } from 'node:fs';
import type { FSWatcher } from 'node:fs';
import { relative, resolve } from 'node:path';
import { CONFIG_FILES } from './config/loadConfig.ts';
import { diagnostic } from './diagnostic/diagnostic.ts';
import type { Diagnostic } from './diagnostic/diagnostic.ts';
import { errorCode, errorMessage } from './files/fileError.ts';
import { resolveConfig } from './resolveConfig.ts';
import { runGenerate } from './runGenerate.ts';
import type { GenerateResult, RunGenerateOptions } from './runGenerate.ts';

/** A running {@link watchGenerate}. */
export interface Watcher {
  /** Stops watching; a run that has begun still ends, and is not reported. */
  close(): void;
}

/** Editors write a file in several steps; one run after the last is enough. */
const DELAY_MILLISECONDS = 100;

/**
 * Runs {@link runGenerate} now, and again whenever the configuration file or a source of `fromUsage` changes.
 *
 * @param report - is given the result of every run.
 */
export function watchGenerate(
  options: RunGenerateOptions,
  report: (result: GenerateResult) => void,
): Watcher {
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  let watchers: readonly FSWatcher[] = [];
  let running: Promise<void> = Promise.resolve();

  const schedule = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(run);
    }, DELAY_MILLISECONDS);
  };
  const run = async (): Promise<void> => {
    const paths = await watchedPaths(options);
    if (closed) return;
    // Watching begins before the run, so that what changes meanwhile starts another.
    for (const watcher of watchers) watcher.close();
    const started = startWatchers(options.cwd, paths, schedule);
    watchers = started.watchers;
    const result = await runGenerate(options);
    if (!closed) report({ ...result, diagnostics: [...result.diagnostics, ...started.diagnostics] });
  };

  running = run();
  return {
    close: () => {
      closed = true;
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}

interface WatchedPaths {
  readonly sources: readonly string[];
  /** Changes below this folder are the runs' own. */
  readonly out: string;
}

async function watchedPaths({ cwd, check: _check, ...flags }: RunGenerateOptions): Promise<WatchedPaths> {
  const { config, out } = await resolveConfig(cwd, flags);
  return { sources: (config?.fromUsage ?? []).map((path) => resolve(cwd, path)), out };
}

interface StartedWatchers {
  readonly watchers: readonly FSWatcher[];
  /** Grows when a watcher fails later. */
  readonly diagnostics: readonly Diagnostic[];
}

function startWatchers(cwd: string, { sources, out }: WatchedPaths, changed: () => void): StartedWatchers {
  const configFiles: readonly string[] = CONFIG_FILES;
  const watchers: FSWatcher[] = [];
  const diagnostics: Diagnostic[] = [];
  const fail = (path: string, error: unknown): void => {
    // The run reports a path that does not exist; a change of the configuration comes back here.
    if (errorCode(error) === 'ENOENT') return;
    const file = relative(cwd, path) || '.';
    const message = `\`${file}\` cannot be watched: ${errorMessage(error)}`;
    diagnostics.push(diagnostic('watch-failed', message, { file }));
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
  start(cwd, false, (name) => configFiles.includes(name));
  for (const source of sources) start(source, true, (name) => isOutside(resolve(source, name)));
  return { watchers, diagnostics };
}
