import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, type FormatConfig } from 'oxfmt';
import { expect, test } from 'vitest';
import { coverageOf, RULE_GROUPS, RULES, type CoveredTool, type Rule, type RuleGroup } from './index.ts';

const FILE = join(import.meta.dirname, '../../../docs/lint-rules.md');
const FORMAT = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../.oxfmtrc.json'), 'utf8'),
) as FormatConfig;

const GROUPS: Readonly<Record<RuleGroup, string>> = {
  grammar: 'What the policy language does not have, or a type of policy does not',
  unknown: 'Names that do not exist',
  type: 'Values and operators that do not suit their key',
  mismatch: 'Elements that do not go together',
  public: 'Access that is public, or broader than it looks',
  privesc: 'Ways to more permissions',
  redundancy: 'What has no effect',
  style: 'What can be written better',
  quota: 'Size',
};

/** The page that reports link to: every rule has an anchor of its own. */
function rulesPage(): string {
  const sections = RULE_GROUPS.map((group) => {
    const rules = RULES.filter((rule) => rule.group === group);
    const head =
      '| rule | severity | what it reports | Access Analyzer | parliament |\n| --- | --- | --- | --- | --- |';
    return `## ${GROUPS[group]}\n\nGroup \`${group}\`, ${rules.length} rules.\n\n${head}\n${rules.map(rowOf).join('\n')}`;
  });
  return `<!-- Written by packages/lint/src/rulesPage.test.ts with UPDATE_DOCS=1. -->

# Rules of the linter

${RULES.length} rules in ${RULE_GROUPS.length} groups. They stand for ${coveredBy('accessAnalyzer')} checks of IAM Access Analyzer and ${coveredBy('parliament')} of parliament.
\`policywright lint --rules\` prints this list. A rule that is off runs where a configuration gives it a severity.

${sections.join('\n\n')}

## What no rule stands for

${coverageOf(RULES)
  .flatMap((row) => ('reason' in row ? [`- \`${row.id}\` of ${row.tool}: ${row.reason}`] : []))
  .join('\n')}
`;
}

function rowOf({ id, severity, optIn, doc, aliases, aliases: { parliament } }: Rule): string {
  const cells = [
    `<a id="${id}"></a>\`${id}\``,
    optIn === true ? `off (${severity})` : severity,
    doc.replaceAll('|', '\\|'),
    aliases.accessAnalyzer === undefined ? '' : `\`${aliases.accessAnalyzer}\``,
    parliament === undefined ? '' : `\`${parliament}\``,
  ];
  return `| ${cells.join(' | ')} |`;
}

function coveredBy(tool: CoveredTool): string {
  const checks = coverageOf(RULES).filter((row) => row.tool === tool);
  return `${checks.filter(({ rules }) => rules.length > 0).length} of the ${checks.length}`;
}

test('docs/lint-rules.md lists every rule; UPDATE_DOCS=1 writes it', async () => {
  const { code: page } = await format(FILE, rulesPage(), FORMAT);
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(FILE, page);
  expect(readFileSync(FILE, 'utf8')).toBe(page);
  for (const { id } of RULES) expect(page).toContain(`<a id="${id}"></a>`);
});
