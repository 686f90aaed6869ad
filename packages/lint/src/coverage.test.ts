import { expect, test } from 'vitest';
import { COVERAGE, RULES } from './index.ts';

const of = (tool: string): typeof COVERAGE => COVERAGE.filter((row) => row.tool === tool);

test('all 136 checks of IAM Access Analyzer and all 30 of parliament are accounted for', () => {
  expect(of('accessAnalyzer')).toHaveLength(136);
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

test('the issue code of IAM Access Analyzer is the id of the rule in capitals', () => {
  for (const { id, aliases } of RULES) {
    const code = aliases.accessAnalyzer;
    if (code !== undefined) expect(code).toBe(id.toUpperCase().replaceAll('-', '_'));
  }
});
