import { printable } from '@policywright/policy/text';
import type { Io } from '../../io/io.ts';
import type { LintOutcome } from './lintFound.ts';

/** What else a run is to say. */
export interface LintNotes {
  readonly outcomes: readonly LintOutcome[];
  /** As the user wrote them. */
  readonly paths: readonly string[];
  /** How many findings the file of accepted findings has. */
  readonly known: number;
  /** How many of its findings are no more. */
  readonly gone: number;
}

/** Writes to standard error what is no finding: what was accepted, and files without a policy. */
export function printLintNotes(io: Io, { outcomes, paths, known, gone }: LintNotes): void {
  const ignored = outcomes.reduce((sum, { linted }) => sum + (linted?.ignored ?? 0), 0);
  if (ignored > 0) io.stderr.write(`findings that the configuration accepts: ${ignored}\n`);
  if (known > 0) io.stderr.write(`findings that the baseline accepts: ${known}\n`);
  if (gone > 0)
    io.stderr.write(
      `findings of the baseline that are no more: ${gone}; remove them with --update-baseline\n`,
    );
  printUnknown(io, outcomes);
  const empty = outcomes.filter(holdsNoPolicy);
  if (empty.length > 0 && empty.length === outcomes.length) {
    io.stderr.write(`error: no policy document in ${someOf(paths)}\n`);
    io.stderr.write('  help: with --type a file is taken for a policy in any case\n');
    return;
  }
  const named = empty.filter(({ silent }) => !silent).map(({ file }) => file);
  if (named.length > 0) io.stderr.write(`no policy document in ${someOf(named)}\n`);
}

/** Whether a file could be read and has no policy in it, such as the manifest of a package. */
export function holdsNoPolicy({ failed, linted }: LintOutcome): boolean {
  return !failed && (linted === undefined || (linted.documents === 0 && linted.unknown.length === 0));
}

/** Policies that could not be checked are no findings, but nobody should take them for clean. */
function printUnknown(io: Io, outcomes: readonly LintOutcome[]): void {
  const unknown = outcomes.flatMap(({ file, linted }) =>
    (linted?.unknown ?? []).map(({ name, pointer }) => `${name ?? pointer} (${file})`),
  );
  if (unknown.length === 0) return;
  io.stderr.write(
    `policies that are not known before deployment, and were not checked: ${unknown.length}: ${someOf(unknown)}\n`,
  );
}

function someOf(files: readonly string[]): string {
  const more = files.length > 3 ? ` and ${files.length - 3} more` : '';
  return `${files
    .slice(0, 3)
    .map((file) => printable(file))
    .join(', ')}${more}`;
}
