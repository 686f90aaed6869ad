import { ANALYZER_CHECKS } from './data/analyzerIds.ts';
import { PARLIAMENT_IDS } from './data/parliamentIds.ts';
import { RULES } from './rules/index.ts';

/** What stands for a check of another tool. */
export type Coverage =
  | { readonly tool: CoveredTool; readonly id: string; readonly rules: readonly string[] }
  | { readonly tool: CoveredTool; readonly id: string; readonly rules: readonly []; readonly reason: string };

/** A tool whose checks are accounted for. */
export type CoveredTool = 'accessAnalyzer' | 'parliament';

const NOT_COVERED: Readonly<Record<string, string>> = {
  EXCEPTION: 'reading and linting never throw, whatever the document',
};

/**
 * Every check of IAM Access Analyzer and of parliament, with the rules that stand for it or the reason why none does.
 */
export const COVERAGE: readonly Coverage[] = [
  ...[...ANALYZER_CHECKS.keys()].map((id) => coverageOf('accessAnalyzer', id)),
  ...PARLIAMENT_IDS.map((id) => coverageOf('parliament', id)),
];

function coverageOf(tool: CoveredTool, id: string): Coverage {
  const rules = RULES.filter(({ aliases }) => aliases[tool] === id).map((rule) => rule.id);
  const reason = Object.hasOwn(NOT_COVERED, id) ? NOT_COVERED[id] : undefined;
  return reason === undefined ? { tool, id, rules } : { tool, id, rules: [], reason };
}
