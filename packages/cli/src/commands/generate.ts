import { basename, dirname, relative, resolve, sep } from 'node:path';
import type { RunGenerateOptions } from '@policywright/codegen';
import { didYouMean } from '../arguments/didYouMean.ts';
import { defineCommand, type Command } from '../arguments/command.ts';
import { CommandError } from '../commandError.ts';
import { CONFIG_FILES } from '../config/configFiles.ts';
import { EXIT_CODE, type ExitCode } from '../exitCode.ts';
import type { Io } from '../io/io.ts';
import { untilInterrupted } from './_internals/untilInterrupted.ts';
import { prepareGeneration, type GenerationRequest } from './generate/prepareGeneration.ts';
import { exitCodeOf, reportGeneration, type Generation } from './generate/reportGeneration.ts';
import { watchRuns } from './generate/watchRuns.ts';

/** `policywright generate`: writes typed constants, or checks that they are up to date. */
export const generate: Command = defineCommand({
  summary: 'write typed constants for the actions of chosen services',
  operands: { label: '', least: 0, most: 0 },
  options: {
    services: { value: 'ecs,s3', description: 'prefixes of the services, or * for all' },
    'from-usage': {
      value: 'PATHS',
      description:
        'files and folders, separated by commas, whose TypeScript names the services that it uses; needs ts-morph',
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
    const folder = configFolder(io, options.config);
    const fromFolder = (path: string): string =>
      path && (relative(folder, resolve(io.cwd, path)).split(sep).join('/') || '.');
    const fromUsage = options['from-usage'];
    const flags: RunGenerateOptions = {
      cwd: folder,
      check: options.check,
      ...(options.services !== undefined && { services: splitList(options.services) }),
      ...(fromUsage !== undefined && { fromUsage: splitList(fromUsage).map(fromFolder) }),
      ...(options.out !== undefined && { out: fromFolder(options.out) }),
      ...(options.index && { index: true }),
      ...(options['json-schema'] && { jsonSchema: true }),
    };
    const request = { io, configFile: options.config, flags };
    const report = async (done: Generation): Promise<ExitCode> => {
      await reportGeneration(done, { ...options, io, folder });
      return exitCodeOf(done);
    };
    if (options.watch) return watchUntilInterrupted(request, report);
    const { run } = await prepareGeneration(request);
    return report(await run());
  },
});

/** Ctrl+C, or a supervisor that asks the process to end, ends the watching as an answer, not as a failure. */
async function watchUntilInterrupted(
  request: GenerationRequest,
  report: (done: Generation) => Promise<ExitCode>,
): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT_CODE.yes;
  await untilInterrupted((stopped) =>
    watchRuns({
      folder: request.flags.cwd,
      stopped,
      prepare: async () => {
        const { sources, out, run } = await prepareGeneration(request);
        return {
          sources,
          out,
          run: async (warnings) => {
            const done = await run();
            exitCode = await report({ ...done, diagnostics: [...done.diagnostics, ...warnings] });
          },
        };
      },
    }),
  );
  return exitCode;
}

/** Paths start from the folder of the configuration file, whose name must be one that such files have. */
function configFolder(io: Io, file: string | undefined): string {
  if (file === undefined) return io.cwd;
  const name = basename(file);
  if (CONFIG_FILES.includes(name)) return dirname(resolve(io.cwd, file));
  const help = didYouMean(name, CONFIG_FILES);
  throw new CommandError(`\`${file}\` is not the name of a configuration file`, { help });
}

function splitList(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
