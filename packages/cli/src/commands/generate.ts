import { once } from 'node:events';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { GenerateResult, RunGenerateOptions, watchGenerate } from '@policywright/codegen';
import { jsonText, printable } from '@policywright/policy/text';
import { defineCommand, type Command } from '../arguments/command.ts';
import { CommandError } from '../commandError.ts';
import { EXIT_CODE, type ExitCode } from '../exitCode.ts';
import type { Io } from '../io/io.ts';
import { didYouMean } from '../arguments/didYouMean.ts';
import { readInput } from '../io/readInput.ts';
import { printDiagnostics } from '../report/printDiagnostics.ts';
import { createPaint } from '../terminal/paint.ts';
import { useColor } from '../terminal/useColor.ts';

/** `policywright generate`: writes typed constants, or checks that they are up to date. */
export const generate: Command = defineCommand({
  summary: 'write typed constants for the actions of chosen services',
  operands: { label: '', least: 0, most: 0 },
  options: {
    services: { value: 'ecs,s3', description: 'prefixes of the services, or * for all' },
    'from-usage': {
      value: 'PATHS',
      description: 'files and folders, separated by commas, whose TypeScript names the services that it uses',
    },
    out: { value: 'DIR', description: 'folder to write to' },
    index: { description: 'write an index.ts with one namespace a service' },
    'json-schema': { description: 'write policy.schema.json, which editors check documents against' },
    check: { description: 'write nothing; say what differs from what would be written' },
    watch: {
      description:
        'write again whenever the configuration or a path of --from-usage changes, until interrupted',
    },
    config: {
      value: 'FILE',
      description:
        'configuration file; policywright.config.{ts,mts,js,mjs,json} of the current folder by default',
    },
    format: {
      value: 'FORMAT',
      choices: ['text', 'json'],
      description: 'form of the report; text by default; with --watch, JSON is one line a run',
    },
  },
  notes: [
    'Options go before the same entries of the configuration file. Files that an earlier run wrote and nobody edited are replaced or removed; other files are never touched.',
    'Exit code: 0 written, or up to date; 1 with --check, something differs; 2 wrong usage, a configuration that is wrong, or files that cannot be written. With --watch, that of the last run.',
  ],
  examples: [
    'generate --services ecs,s3 --out src/iam',
    'generate --from-usage src --out src/iam --watch',
    'generate --check',
  ],
  run: async ({ options, io }) => {
    if (options.check && options.watch) {
      const help = '`--check` compares once and writes nothing; `--watch` writes';
      throw new CommandError('`--check` and `--watch` exclude each other', { help });
    }
    // The generator takes seconds to load: nothing else may import it.
    const { CONFIG_FILES, runGenerate, watchGenerate } = await import('@policywright/codegen');
    const folder = await configFolder(io, options.config, CONFIG_FILES);
    const fromFolder = (path: string): string =>
      path && (relative(folder, resolve(io.cwd, path)).split(sep).join('/') || '.');
    const fromUsage = options['from-usage'];
    const request: RunGenerateOptions = {
      cwd: folder,
      check: options.check,
      ...(options.services !== undefined && { services: splitList(options.services) }),
      ...(fromUsage !== undefined && { fromUsage: splitList(fromUsage).map(fromFolder) }),
      ...(options.out !== undefined && { out: fromFolder(options.out) }),
      ...(options.index && { index: true }),
      ...(options['json-schema'] && { jsonSchema: true }),
    };
    const report = async (result: GenerateResult): Promise<void> => {
      if (options.format === 'json') io.stdout.write(asJson(result, options));
      else await printReport(io, result, { check: options.check, folder });
    };
    if (options.watch) return watchUntilInterrupted({ request, report, start: watchGenerate });
    const result = await runGenerate(request);
    await report(result);
    return exitCodeOf(result);
  },
});

interface Watching {
  readonly request: RunGenerateOptions;
  readonly report: (result: GenerateResult) => Promise<void>;
  readonly start: typeof watchGenerate;
}

/** Ctrl+C, or a supervisor that asks the process to end, ends the watching as an answer, not as a failure. */
async function watchUntilInterrupted({ request, report, start }: Watching): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT_CODE.yes;
  let reported: Promise<void> = Promise.resolve();
  const watcher = start(request, (result) => {
    exitCode = exitCodeOf(result);
    reported = reported.then(() => report(result));
  });
  const waiting = new AbortController();
  const { signal } = waiting;
  await Promise.race([once(process, 'SIGINT', { signal }), once(process, 'SIGTERM', { signal })]);
  waiting.abort();
  watcher.close();
  await reported;
  return exitCode;
}

/** The generator looks for the file in a folder, so that the file's name must be one that it knows. */
async function configFolder(io: Io, file: string | undefined, known: readonly string[]): Promise<string> {
  if (file === undefined) return io.cwd;
  const name = basename(file);
  if (!known.includes(name)) {
    const help = didYouMean(name, known);
    throw new CommandError(`\`${file}\` is not the name of a configuration file`, { help });
  }
  const input = await readInput(io, file);
  if (!input.ok)
    throw new CommandError(`\`${file}\`: ${input.problem.message}`, { help: input.problem.help });
  return dirname(resolve(io.cwd, file));
}

function splitList(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Drift is what `--check` asks about; every other error keeps the question from being answered. */
function exitCodeOf({ diagnostics, drifted }: GenerateResult): ExitCode {
  if (drifted.length > 0) return EXIT_CODE.no;
  return diagnostics.some(({ severity }) => severity === 'error') ? EXIT_CODE.usage : EXIT_CODE.yes;
}

function asJson(result: GenerateResult, { watch }: { readonly watch: boolean }): string {
  const { written, removed, unchanged, drifted, diagnostics } = result;
  const report = { written, removed, unchanged, drifted, diagnostics };
  return `${jsonText(report, { compact: watch })}\n`;
}

interface ReportOptions {
  readonly check: boolean;
  /** Paths of the result start from here. */
  readonly folder: string;
}

async function printReport(io: Io, result: GenerateResult, { check, folder }: ReportOptions): Promise<void> {
  for (const diagnostic of result.diagnostics) {
    const { file } = diagnostic;
    const input =
      file === undefined || diagnostic.range === undefined
        ? undefined
        : await readInput(io, join(folder, file));
    printDiagnostics(io, { file, text: input?.text ?? '' }, [diagnostic]);
  }
  const paint = createPaint(useColor(io.stdout, io.env));
  const list = (word: string, paths: readonly string[]): void => {
    for (const path of paths) io.stdout.write(`${word.padEnd(8)} ${printable(fromCwd(io, folder, path))}\n`);
  };
  list('wrote', result.written);
  list('removed', result.removed);
  list('differs', result.drifted);
  if (result.diagnostics.some(({ severity }) => severity === 'error')) return;
  const { written, removed, unchanged } = result;
  const summary = check
    ? `up to date: ${unchanged.length}`
    : `${written.length} written, ${removed.length} removed, ${unchanged.length} unchanged`;
  io.stdout.write(`${paint('good', '✓')} ${summary}\n`);
}

function fromCwd(io: Io, folder: string, path: string): string {
  const absolute = resolve(folder, path);
  const short = relative(io.cwd, absolute);
  return short.startsWith('..') ? absolute : short;
}
