import { resolve } from 'node:path';
import { RESOURCE_TYPES, type LintConfig } from '@policywright/lint';
import { POLICY_TYPES } from '@policywright/policy';
import { defineCommand, type Command } from '../arguments/command.ts';
import { didYouMean } from '../arguments/didYouMean.ts';
import { CommandError } from '../commandError.ts';
import { EXIT_CODE } from '../exitCode.ts';
import type { Io } from '../io/io.ts';
import { pathPatterns } from '../io/pathPatterns.ts';
import { BaselineFile, NOTHING_ACCEPTED, type AcceptedFindings } from './lint/baselineFile.ts';
import { explainRule } from './lint/explainRule.ts';
import { findLintFiles } from './lint/findLintFiles.ts';
import { identicalFiles, type IdenticalFiles } from './lint/identicalFiles.ts';
import { ignoredPatterns } from './lint/ignoredPatterns.ts';
import { lintIdentical, sharedFindings, type LeftFindings } from './lint/lintIdentical.ts';
import { lintReport } from './lint/lintReport.ts';
import { LintTally } from './lint/lintTally.ts';
import { printRules } from './lint/printRules.ts';
import { progressLine } from './lint/progressLine.ts';
import { readLintConfig } from './lint/readLintConfig.ts';

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
    'Exit code: 0 nothing that counts; 1 findings that count; 2 wrong usage, something could not be read (a text that is neither JSON nor YAML is among the findings, too), or a file that was named, or a folder, has no policy.',
    'The JSON report is one array: [{ file, code, severity, message, path, line, column, endLine, endColumn, aliases, policy?, help?, fix? }]; `path` is a JSON pointer, `aliases` what IAM Access Analyzer and parliament call the rule, `policy` what the file calls the policy, `fix` the edits that mend it, by offsets in UTF-16.',
  ],
  examples: [
    'lint policies',
    'lint policy.json --type scp --min-severity error',
    'lint . --format github',
    'lint policies --baseline accepted.json --update-baseline',
    'lint . --exclude vendor --fix --dry-run',
    'lint --explain public-principal',
  ],
  run: async ({ options, operands, io }) => {
    const { fix, format = 'text' } = options;
    if (options.rules) return printRules(io, format);
    if (options.explain !== undefined) return explainRule(io, options.explain);
    if (operands.length === 0) throw new CommandError('missing argument: PATH...');
    if (fix && operands.includes('-'))
      throw new CommandError('`--fix` cannot change standard input', { help: 'name a file' });
    const config = await readLintConfig(io, options.config);
    if (config === undefined) return EXIT_CODE.usage;
    const minimum = options['min-severity'] ?? config.minimumSeverity;
    const lintOptions = {
      ...config,
      ...(minimum !== undefined && { minimumSeverity: minimum }),
      type: options.type,
      resourceType: checkResourceType(options['resource-type']),
      now: new Date().toISOString().slice(0, 10),
      fix,
      dryRun: options['dry-run'],
    };
    if (options['dry-run'] && !fix)
      throw new CommandError('`--dry-run` is of `--fix`', { help: 'say `--fix --dry-run`' });
    const accepted = await acceptedFindings(io, options, config);
    const leavesOut = pathPatterns([...options.exclude, ...(await ignoredPatterns(io))]);
    const found = await findLintFiles(io, operands, { listed: options.listed, leavesOut });
    // Of fixes, each file is told by itself.
    const groups = fix ? found.map((file): IdenticalFiles => [file]) : await identicalFiles(io, found);
    const progress = progressLine(io, format === 'text' ? found.length : 0);
    const shown = minimum ?? 'warning';
    const report = lintReport(progress.io, format, { shown, quiet: options.quiet });
    const tally = new LintTally({ paths: operands, listed: options.listed, minimum: shown });
    try {
      for (const files of groups) {
        progress.next(files[0].file);
        const left: LeftFindings[] = [];
        for (const outcome of await lintIdentical(progress.io, files, lintOptions)) {
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
    const counts = await accepted.end();
    await report.end();
    tally.print(io, counts);
    return tally.exitCode;
  },
});

function checkResourceType(name: string | undefined): string | undefined {
  if (name === undefined || RESOURCE_TYPES.includes(name)) return name;
  throw new CommandError(`\`--resource-type\` cannot be \`${name}\``, {
    help: didYouMean(name, RESOURCE_TYPES),
  });
}

async function acceptedFindings(
  io: Io,
  options: { readonly baseline: string | undefined; readonly 'update-baseline': boolean },
  config: LintConfig,
): Promise<AcceptedFindings> {
  const path = options.baseline === undefined ? config.baseline : resolve(io.cwd, options.baseline);
  const isUpdate = options['update-baseline'];
  if (path !== undefined) {
    const file = new BaselineFile(io, path);
    return isUpdate ? file.update() : file.read();
  }
  if (!isUpdate) return NOTHING_ACCEPTED;
  const help = 'name one with `--baseline`, or as `baseline` in the configuration';
  throw new CommandError('`--update-baseline` needs a file', { help });
}
