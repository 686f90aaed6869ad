import { resolve } from 'node:path';
import { RESOURCE_TYPES, type LintConfig, type Severity } from '@policywright/lint';
import type { PolicyType } from '@policywright/policy';
import { didYouMean } from '../../arguments/didYouMean.ts';
import { CommandError } from '../../commandError.ts';
import { EXIT_CODE, type ExitCode } from '../../exitCode.ts';
import type { Io } from '../../io/io.ts';
import { pathPatterns } from '../../io/pathPatterns.ts';
import { BaselineFile, NOTHING_ACCEPTED, type AcceptedFindings } from './baselineFile.ts';
import type { FindingsStore } from './cache/findingsStore.ts';
import { findLintFiles } from './findLintFiles.ts';
import { identicalFiles, type IdenticalFiles } from './identicalFiles.ts';
import { ignoredPatterns } from './ignoredPatterns.ts';
import { lintIdentical, sharedFindings, type LeftFindings } from './lintIdentical.ts';
import { lintReport, type LintFormat } from './lintReport.ts';
import { LintTally } from './lintTally.ts';
import { progressLine } from './progressLine.ts';
import { readAhead } from './readAhead.ts';
import { readLintConfig } from './readLintConfig.ts';

/** What the user asked for, by the names of the options. */
export interface LintFlags {
  readonly type: PolicyType | undefined;
  readonly 'resource-type': string | undefined;
  readonly format: LintFormat | undefined;
  readonly 'min-severity': Severity | undefined;
  readonly fix: boolean;
  readonly 'dry-run': boolean;
  readonly exclude: readonly string[];
  readonly quiet: boolean;
  readonly listed: boolean;
  readonly baseline: string | undefined;
  readonly 'update-baseline': boolean;
  readonly config: string | undefined;
  readonly cache: boolean;
  readonly 'cache-location': string | undefined;
}

/** A run over paths. */
export interface LintRun {
  /** As the user wrote them. */
  readonly paths: readonly string[];
  readonly options: LintFlags;
  /** Where findings are kept; nowhere if left out. */
  readonly store?: FindingsStore | undefined;
  /** Begins the report; as `format` says if left out. */
  readonly report?: typeof lintReport;
  /** Asked between files: whether nobody waits for the rest. */
  readonly isStopped?: () => boolean;
}

/**
 * Lints what paths lead to, and reports it.
 *
 * @param io - the files; standard output gets the report.
 * @param run - what, and how.
 * @returns the exit code.
 * @throws CommandError - where the options or the configuration allow no run.
 */
export async function lintPaths(
  io: Io,
  { paths, options, store, report: begin = lintReport, isStopped = () => false }: LintRun,
): Promise<ExitCode> {
  const { fix, format = 'text' } = options;
  const config = await readLintConfig(io, options.config);
  if (config === undefined) return EXIT_CODE.usage;
  const { baseline, ...ownOptions } = config;
  const minimum = options['min-severity'] ?? config.minimumSeverity;
  const lintOptions = {
    ...ownOptions,
    ...(minimum !== undefined && { minimumSeverity: minimum }),
    type: options.type,
    resourceType: checkResourceType(options['resource-type']),
    now: new Date().toISOString().slice(0, 10),
    fix,
    dryRun: options['dry-run'],
    store,
  };
  const accepted = await acceptedFindings(io, options, baseline);
  const leavesOut = pathPatterns([...options.exclude, ...(await ignoredPatterns(io))]);
  const found = await findLintFiles(io, paths, { listed: options.listed, leavesOut });
  // Of fixes, each file is told by itself.
  const groups = fix ? found.map((file): IdenticalFiles => [file]) : await identicalFiles(io, found);
  // Between the parts of an answer for programs, a terminal shows nothing else.
  const progress = progressLine(io, format === 'text' || !io.stdout.isTTY ? found.length : 0);
  const shown = minimum ?? 'warning';
  // What fixes write may be what another path leads to.
  const ahead = fix
    ? progress.io
    : readAhead(
        progress.io,
        groups.map(([{ file }]) => file),
      );
  const report = begin(progress.io, format, { shown, quiet: options.quiet });
  const tally = new LintTally({ paths, listed: options.listed, minimum: shown });
  try {
    for (const files of groups) {
      if (isStopped()) return EXIT_CODE.yes;
      progress.next(files[0].file);
      const left: LeftFindings[] = [];
      for (const outcome of await lintIdentical(ahead, files, lintOptions)) {
        if (outcome.file !== files[0].file) progress.next(outcome.file);
        tally.add(outcome);
        if (outcome.linted === undefined) continue;
        const findings = accepted.accept(outcome.linted);
        tally.addFindings(findings);
        left.push({ ...outcome.linted, findings });
      }
      for (const shared of sharedFindings(left)) report.add(shared);
    }
  } finally {
    progress.end();
  }
  await store?.end();
  const counts = await accepted.end();
  await report.end();
  tally.print(io, counts);
  return tally.exitCode;
}

function checkResourceType(name: string | undefined): string | undefined {
  if (name === undefined || RESOURCE_TYPES.includes(name)) return name;
  throw new CommandError(`\`--resource-type\` cannot be \`${name}\``, {
    help: didYouMean(name, RESOURCE_TYPES),
  });
}

async function acceptedFindings(
  io: Io,
  options: { readonly baseline: string | undefined; readonly 'update-baseline': boolean },
  configured: LintConfig['baseline'],
): Promise<AcceptedFindings> {
  const path = options.baseline === undefined ? configured : resolve(io.cwd, options.baseline);
  const isUpdate = options['update-baseline'];
  if (path !== undefined) {
    const file = new BaselineFile(io, path);
    return isUpdate ? file.update() : file.read();
  }
  if (!isUpdate) return NOTHING_ACCEPTED;
  const help = 'name one with `--baseline`, or as `baseline` in the configuration';
  throw new CommandError('`--update-baseline` needs a file', { help });
}
