import { coverageOf, RULE_GROUPS, RULES, type CoveredTool } from '@policywright/lint';
import { jsonText } from '@policywright/policy/text';
import { CommandError } from '../../commandError.ts';
import { EXIT_CODE, type ExitCode } from '../../exitCode.ts';
import type { Io } from '../../io/io.ts';
import { printTable } from '../../terminal/table.ts';
import type { LintFormat } from './lintReport.ts';

/**
 * Lists the rules by group, as a table or as JSON; how many there are goes to standard error.
 *
 * @param io - the standard output.
 * @param format - `text` or `json`.
 * @throws CommandError - for the other forms.
 */
export function printRules(io: Io, format: LintFormat): ExitCode {
  const rules = RULE_GROUPS.flatMap((group) => RULES.filter((rule) => rule.group === group));
  if (format === 'json') {
    const rows = rules.map(({ id, group, severity, optIn = false, aliases, doc }) => ({
      id,
      group,
      severity,
      optIn,
      aliases,
      doc,
    }));
    io.stdout.write(`${jsonText(rows)}\n`);
    return EXIT_CODE.yes;
  }
  if (format !== 'text')
    throw new CommandError(`\`--rules\` has no form \`${format}\``, { help: 'one of `text`, `json`' });
  printTable(io, {
    headings: ['RULE', 'GROUP', 'SEVERITY', 'ACCESS ANALYZER', 'PARLIAMENT'],
    rows: rules.map(({ id, group, severity, optIn, aliases }) => [
      id,
      group,
      optIn === true ? `off (${severity})` : severity,
      aliases.accessAnalyzer ?? '',
      aliases.parliament ?? '',
    ]),
  });
  const counts = [
    `IAM Access Analyzer ${coveredBy('accessAnalyzer')}`,
    `parliament ${coveredBy('parliament')}`,
  ];
  io.stderr.write(`${rules.length} rules; checks of other tools that they stand for: ${counts.join(', ')}\n`);
  return EXIT_CODE.yes;
}

function coveredBy(tool: CoveredTool): string {
  const checks = coverageOf(RULES).filter((row) => row.tool === tool);
  return `${checks.filter(({ rules }) => rules.length > 0).length} of ${checks.length}`;
}
