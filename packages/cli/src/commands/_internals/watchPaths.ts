import { readdirSync, statSync, watch, type FSWatcher } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { isLeftOut } from '../../io/findFiles.ts';

/** Waiting for a change; closed once it came, or when nobody waits any longer. */
export interface ChangeWatch {
  /** Fulfilled after a change, when nothing more changed for a moment. */
  readonly changed: Promise<void>;
  readonly close: () => void;
}

/** Editors write a file in several steps; one run after the last is enough. */
const DELAY_MILLISECONDS = 100;

/** Policies, templates, scenario files, and what they may refer to. */
const MAY_MATTER = /\.(?:json|ya?ml|template)$/i;

/**
 * Waits for the next change of documents: of the files that paths name, and of the documents of folders
 * and those below, without hidden folders and `node_modules`. Watching begins before this returns.
 *
 * @param cwd - absolute path that relative ones start from.
 * @param paths - files and folders; one that does not exist is waited for.
 */
export function watchPaths(cwd: string, paths: readonly string[]): ChangeWatch {
  let timer: NodeJS.Timeout | undefined;
  let watchers: readonly FSWatcher[] = [];
  const close = (): void => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
  const changed = new Promise<void>((fulfil) => {
    const notice = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        close();
        fulfil();
      }, DELAY_MILLISECONDS);
    };
    watchers = paths.flatMap((path) => watchPath(resolve(cwd, path), notice));
  });
  return { changed, close };
}

function watchPath(path: string, notice: () => void): readonly FSWatcher[] {
  if (isFolder(path)) {
    return foldersOf(path).flatMap((folder) =>
      start(folder, (name) => {
        // A name without an ending may be a new folder.
        if (name === null || MAY_MATTER.test(name) || !name.includes('.')) notice();
      }),
    );
  }
  // Editors put a new file in the place of the old one, which a watch of the file itself would lose.
  return start(dirname(path), (name) => {
    if (name === null || name === basename(path)) notice();
  });
}

function start(folder: string, listen: (name: string | null) => void): readonly FSWatcher[] {
  try {
    const watcher = watch(folder, (_event, name) => listen(name));
    watcher.on('error', () => watcher.close());
    return [watcher];
  } catch {
    // The run reports a folder that cannot be read.
    return [];
  }
}

function foldersOf(folder: string): readonly string[] {
  try {
    const below = readdirSync(folder, { withFileTypes: true }).filter(
      (entry) => entry.isDirectory() && !isLeftOut(entry.name),
    );
    return [folder, ...below.flatMap(({ name }) => foldersOf(join(folder, name)))];
  } catch {
    return [folder];
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
