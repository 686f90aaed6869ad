import { expect, test } from 'vitest';
import { analyzerChecks } from './data/analyzerIds.ts';
import { coverageOf, RULES } from './index.ts';

const COVERAGE = coverageOf(RULES);

const of = (tool: string): typeof COVERAGE => COVERAGE.filter((row) => row.tool === tool);

test('all 152 checks of IAM Access Analyzer and all 30 of parliament are accounted for', () => {
  expect(of('accessAnalyzer')).toHaveLength(152);
  expect(of('parliament')).toHaveLength(30);
});

test.each(COVERAGE.map((row) => [row.tool, row.id, row] as const))(
  '%s %s has a rule or a reason',
  (_tool, _id, row) => {
    if (row.rules.length === 0) expect('reason' in row && row.reason.length).toBeGreaterThan(20);
    else expect('reason' in row).toBe(false);
  },
);

test('every alias of a rule is an id of the other tool', () => {
  const known = new Set(COVERAGE.map(({ tool, id }) => `${tool} ${id}`));
  for (const { aliases } of RULES) {
    for (const [tool, id] of Object.entries(aliases)) expect(known).toContain(`${tool} ${id}`);
  }
});

/** Rules that tell apart what IAM Access Analyzer has one code for, or that are older than its check. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  'rcp-action-star': 'RCP_SYNTAX_ERROR_ACTION',
  'rcp-unsupported-service': 'RCP_SYNTAX_ERROR_ACTION',
  'rcp-effect': 'RCP_SYNTAX_ERROR_ALLOW',
  'rcp-missing-service-carveout': 'RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY',
  'rcp-notaction': 'RCP_SYNTAX_ERROR_NOTACTION',
  'rcp-principal': 'RCP_SYNTAX_ERROR_PRINCIPAL',
  'rcp-notprincipal': 'RCP_SYNTAX_ERROR_PRINCIPAL',
};

/** The issue code as an id of ours would be in capitals: the names of negated elements are one word in ids. */
function codeOf(id: string): string {
  return id
    .toUpperCase()
    .replaceAll('-', '_')
    .replace('NOTIPADDRESS', 'NOT_IP_ADDRESS')
    .replaceAll(/(?<=WITH_|AND_)NOT(?=ACTION|RESOURCE|PRINCIPAL)/g, 'NOT_');
}

test('the issue code of IAM Access Analyzer is the id of the rule in capitals, but for those that are listed', () => {
  for (const [id, code] of Object.entries(OTHER_NAMES)) {
    expect(RULES.find((rule) => rule.id === id)?.aliases.accessAnalyzer).toBe(code);
  }
  for (const { id, aliases } of RULES) {
    const code = aliases.accessAnalyzer;
    if (code !== undefined) expect(code).toBe(OTHER_NAMES[id] ?? codeOf(id));
  }
});

test('a rule has the grade of the check of IAM Access Analyzer that it stands for', () => {
  for (const { id, severity, aliases } of RULES) {
    const code = aliases.accessAnalyzer;
    if (code !== undefined) expect([id, severity]).toEqual([id, analyzerChecks().get(code)]);
  }
});

test('no rule stands for the checks of service control policies that IAM Access Analyzer has dropped', () => {
  const dropped = ['allow-condition', 'allow-notaction', 'allow-resource', 'notresource'];
  for (const name of dropped) {
    const rule = RULES.find(({ id }) => id === `scp-syntax-error-${name}`);
    expect(rule).toMatchObject({ optIn: true, aliases: {} });
  }
  const kept = RULES.find(({ id }) => id === 'scp-syntax-error-action-wildcard');
  expect(kept?.aliases).toEqual({ accessAnalyzer: 'SCP_SYNTAX_ERROR_ACTION_WILDCARD' });
});
