import { CommandError } from '../../commandError.ts';
import { CONFIG_FILES, findConfigFileUpwards } from '../../config/configFiles.ts';
import type { Io, Output } from '../../io/io.ts';
import { reportFailure } from '../../report/reportFailure.ts';
import { runOnChange } from '../_internals/runOnChange.ts';
import { MemoryStore } from './cache/memoryStore.ts';
import { ChangeReport, FindingsSeen, type SeenFindings } from './changeReport.ts';
import { IGNORE_FILE } from './ignoredPatterns.ts';
import { lintPaths, type LintRun } from './lintPaths.ts';
import { lintReport } from './lintReport.ts';
import { ERASE } from './progressLine.ts';

/** What to lint again and again. */
export interface LintWatch extends LintRun {
  /** Fulfilled when the user has enough. */
  readonly stopped: Promise<void>;
}

/**
 * Lints and reports it, then reports after every change what comes and goes, until the user stops it.
 *
 * @param io - the files.
 * @param watch - what.
 * @throws CommandError - where the first run cannot be.
 */
export async function watchLint(io: Io, { stopped, store, ...request }: LintWatch): Promise<void> {
  const memory = new MemoryStore(store);
  let isStopped = false;
  void stopped.then(() => (isStopped = true));
  let last: SeenFindings | undefined;
  let told = '';
  const lint = async (): Promise<void> => {
    const notes = new Notes(last === undefined ? io.stderr : undefined);
    let seen: FindingsSeen | undefined;
    const report: typeof lintReport = (ownIo, format, options) => {
      const own = new FindingsSeen(options.shown);
      seen = own;
      const shown =
        last === undefined
          ? lintReport(ownIo, format, options)
          : new ChangeReport(ownIo, options.shown, last);
      return {
        add: (shared) => {
          for (const file of shared.files) own.add(file, shared.findings);
          shown.add(shared);
        },
        end: () => shown.end(),
      };
    };
    const how = { ...request, store: memory, report, isStopped: () => isStopped };
    try {
      await lintPaths({ ...io, stderr: notes.output }, how);
    } catch (error) {
      // Of the first run it is how the command was called.
      if (last === undefined || !(error instanceof CommandError)) throw error;
      reportFailure(error, { io: { ...io, stderr: notes.output }, command: 'policywright lint' });
    }
    if (isStopped) return;
    if (last !== undefined && notes.text !== told) io.stderr.write(notes.text);
    told = notes.text;
    last = seen?.files ?? last ?? new Map();
  };
  const paths = [...request.paths, ...(await settingsPaths(io, request))];
  await runOnChange({ io, paths, run: lint, stopped, clears: false });
}

/** What is said on standard error, which is no news where the run before said the same. */
class Notes {
  readonly output: Output;
  text = '';

  /** @param shown - where it is written at once; kept if left out. */
  constructor(shown: Output | undefined) {
    this.output = {
      isTTY: shown?.isTTY ?? false,
      columns: shown?.columns,
      write: (text) => {
        shown?.write(text);
        if (!text.startsWith(ERASE)) this.text += text;
      },
    };
  }
}

/** The files that say how to lint, also those that are not there yet. */
async function settingsPaths(io: Io, { options }: Pick<LintRun, 'options'>): Promise<readonly string[]> {
  const config = options.config ?? (await findConfigFileUpwards(io));
  const configs = config === undefined ? CONFIG_FILES : [config];
  return [...configs, IGNORE_FILE, ...(options.baseline === undefined ? [] : [options.baseline])];
}
