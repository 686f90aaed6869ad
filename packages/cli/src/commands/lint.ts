import { POLICY_TYPES } from '@policywright/policy';
import { defineCommand, type Command } from '../arguments/command.ts';
import { CommandError } from '../commandError.ts';
import { EXIT_CODE, type ExitCode } from '../exitCode.ts';
import type { Io } from '../io/io.ts';
import type { FindingsStore } from './lint/cache/findingsStore.ts';
import { explainRule } from './lint/explainRule.ts';
import { lintPaths, type LintFlags, type LintRun } from './lint/lintPaths.ts';
import { printRules } from './lint/printRules.ts';

/** Where findings are kept unless the user names a place. */
const CACHE_FILE = '.policywrightcache';

/** `policywright lint`: checks policy documents. */
export const lint: Command = defineCommand({
  summary: 'check policy documents, also those inside templates and answers',
  operands: { label: 'PATH...', least: 0 },
  options: {
    type: {
      value: 'TYPE',
      choices: POLICY_TYPES,
      description: 'type of the policies; told from what stands around them by default',
    },
    'resource-type': {
      value: 'TYPE',
      description:
        'type of the resource that carries the policies, such as AWS::S3::Bucket; told as their own is by default',
    },
    format: {
      value: 'FORMAT',
      choices: ['text', 'json', 'sarif', 'github', 'markdown'],
      description: 'form of the report; text by default',
    },
    'min-severity': {
      value: 'SEVERITY',
      choices: ['error', 'warning', 'suggestion', 'info'],
      description: 'the least grave findings to report; these then all count',
    },
    fix: { description: 'apply the fixes that keep every decision, and report what is left' },
    'dry-run': { description: 'with --fix: write nothing, and show what would change' },
    exclude: {
      value: 'PATTERN',
      repeats: true,
      description: 'leave out files and folders of this name, or of this path where it has a slash',
    },
    quiet: { short: 'q', description: 'print findings only, and nothing where there is none' },
    listed: {
      description: 'the paths are a list that a program made: files without a policy are passed over',
    },
    baseline: { value: 'FILE', description: 'accept the findings that FILE has' },
    'update-baseline': { description: 'write all findings to the file of accepted ones' },
    rules: { description: 'list the rules by group, with what other tools call them' },
    explain: {
      value: 'RULE',
      description: 'tell what a rule reports, with examples, and where it is described',
    },
    cache: {
      description: `keep the findings of each file in \`${CACHE_FILE}\`, and lint only what changed since`,
    },
    'cache-location': { value: 'FILE', description: 'the same, kept in FILE' },
    watch: { description: 'go on: whenever a file changes, show which findings come and go, until Ctrl-C' },
    config: {
      value: 'FILE',
      description: 'configuration file; that of the current folder, or of the nearest above it, by default',
    },
  },
  notes: [
    'A PATH is a file, a folder (all *.json, *.yaml, *.yml and *.template files in it and below, without hidden folders and node_modules) or `-` for standard input. A file is JSON or YAML (which is never fixed), and is one policy document or holds some: templates of CloudFormation, SAM, the CDK and the Serverless Framework, answers of the AWS command line, plans and states of Terraform. Grants that are written as properties, such as those of `AWS::Lambda::Permission`, count as the policies that the service writes for them; policies that are known only at deployment are counted, and named on standard error.',
    'Of a folder, and of a list that a program made (`--listed`, for hooks), files without a policy are passed over, also those that are neither JSON nor YAML; so are pipes, devices, and files that are to be filled in first, such as those of Helm, Jinja and ERB. `--fix` writes to no file through a link in a folder. With `--type` or `--resource-type` a file that is named is taken for a policy in any case.',
    'People are shown findings of severity error and warning, which count, and told how many others there are; programs (json, sarif, markdown) get all. What files with the same text and ending have is shown once (text), or for one of them after the other (other forms). With a least severity, those from that one on are reported, and all of them count.',
    'Of folders and lists, what `--exclude` and the lines of a file `.policywrightignore` name is left out: `*` stands for any characters, `?` for one; a pattern without a slash is of a name anywhere, one with a slash of the path from the current folder; `#` begins a comment.',
    'The configuration file, policywright.config.{ts,mts,js,mjs,json}, has an entry `lint`: { rules, ignores, baseline, minimumSeverity, settings }; any other JSON FILE is that entry itself. `rules` gives rules another severity, or "off"; `ignores` accepts findings: [{ rule, reason, action?, resource?, expires? }]; `settings` has the values of rules that need some. Options go before the same entries.',
    'What `--cache` keeps is used for the same text, checked in the same way by the same version only; the findings are those without it. A broken file is told and written anew, one of another program is told and left alone; what ten runs have not used goes. `--watch` needs a person to read it: text, no fixes. What cannot be read while it is written is told once, and read again after the next change.',
    'Exit code: 0 nothing that counts; 1 findings that count; 2 wrong usage, something could not be read (a text that is neither JSON nor YAML is among the findings, too), or a file that was named, or a folder, has no policy. `--watch` ends with 0 on Ctrl-C, whatever was found.',
    'The JSON report is one array: [{ file, code, severity, message, path, line, column, endLine, endColumn, aliases, policy?, help?, fix? }]; `path` is a JSON pointer, `aliases` what IAM Access Analyzer and parliament call the rule, `policy` what the file calls the policy, `fix` the edits that mend it, by offsets in UTF-16.',
  ],
  examples: [
    'lint policies',
    'lint policy.json --type scp --min-severity error',
    'lint . --format github',
    'lint policies --baseline accepted.json --update-baseline',
    'lint . --exclude vendor --fix --dry-run',
    'lint . --cache --watch',
    'lint --explain public-principal',
  ],
  run: async ({ options, operands, io }) => {
    const { fix, format = 'text' } = options;
    if (options.rules) return printRules(io, format);
    if (options.explain !== undefined) return explainRule(io, options.explain);
    if (operands.length === 0) throw new CommandError('missing argument: PATH...');
    if (fix && operands.includes('-'))
      throw new CommandError('`--fix` cannot change standard input', { help: 'name a file' });
    if (options['dry-run'] && !fix)
      throw new CommandError('`--dry-run` is of `--fix`', { help: 'say `--fix --dry-run`' });
    const request = { paths: operands, options };
    if (options.watch) return watch(io, request);
    return lintPaths(io, { ...request, store: await storeOf(io, options) });
  },
});

async function storeOf(
  io: Io,
  options: Pick<LintFlags, 'cache' | 'cache-location'>,
): Promise<FindingsStore | undefined> {
  const path = options['cache-location'] ?? (options.cache ? CACHE_FILE : undefined);
  if (path === undefined) return undefined;
  const { openFileStore } = await import('./lint/cache/fileStore.ts');
  const { readBuild } = await import('../version.ts');
  return openFileStore(io, { path, version: readBuild() });
}

async function watch(io: Io, request: Pick<LintRun, 'paths' | 'options'>): Promise<ExitCode> {
  const { paths, options } = request;
  if (paths.includes('-'))
    throw new CommandError('`--watch` cannot watch standard input', { help: 'name a file' });
  if (options.format !== undefined && options.format !== 'text')
    throw new CommandError('`--watch` prints text', { help: 'leave `--format` out' });
  if (options.fix || options['update-baseline'])
    throw new CommandError('`--watch` writes to no file', {
      help: `leave \`--${options.fix ? 'fix' : 'update-baseline'}\` out`,
    });
  const { untilInterrupted } = await import('./_internals/untilInterrupted.ts');
  const { watchLint } = await import('./lint/watchLint.ts');
  const store = await storeOf(io, options);
  await untilInterrupted((stopped) => watchLint(io, { ...request, store, stopped }));
  return EXIT_CODE.yes;
}
