import { expect, test } from 'vitest';
import { COVERAGE, RULES } from './index.ts';

const of = (tool: string): typeof COVERAGE => COVERAGE.filter((row) => row.tool === tool);

test('all 141 checks of IAM Access Analyzer and all 30 of parliament are accounted for', () => {
  expect(of('accessAnalyzer')).toHaveLength(141);
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
  'rcp-notaction': 'RCP_SYNTAX_ERROR_NOTACTION',
  'rcp-principal': 'RCP_SYNTAX_ERROR_PRINCIPAL',
  'rcp-notprincipal': 'RCP_SYNTAX_ERROR_PRINCIPAL',
};

test('the issue code of IAM Access Analyzer is the id of the rule in capitals, but for those that are listed', () => {
  for (const [id, code] of Object.entries(OTHER_NAMES)) {
    expect(RULES.find((rule) => rule.id === id)?.aliases.accessAnalyzer).toBe(code);
  }
  for (const { id, aliases } of RULES) {
    const code = aliases.accessAnalyzer;
    if (code !== undefined) expect(code).toBe(OTHER_NAMES[id] ?? id.toUpperCase().replaceAll('-', '_'));
  }
});
