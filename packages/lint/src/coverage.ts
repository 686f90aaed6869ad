import { analyzerChecks } from './data/analyzerIds.ts';
import { parliamentIds } from './data/parliamentIds.ts';
import type { Rule } from './rule/rule.ts';

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
 * Lists every check of IAM Access Analyzer and of parliament, with the rules that stand for it or the reason why none
 * ever does.
 *
 * @param rules - those of a linter, such as `RULES`.
 */
export function coverageOf(rules: readonly Rule[]): readonly Coverage[] {
  return [
    ...[...analyzerChecks().keys()].map((id) => rowOf('accessAnalyzer', id, rules)),
    ...parliamentIds().map((id) => rowOf('parliament', id, rules)),
  ];
}

function rowOf(tool: CoveredTool, id: string, all: readonly Rule[]): Coverage {
  const rules = all.filter(({ aliases }) => aliases[tool] === id).map((rule) => rule.id);
  const reason = Object.hasOwn(NOT_COVERED, id) ? NOT_COVERED[id] : undefined;
  return reason === undefined ? { tool, id, rules } : { tool, id, rules: [], reason };
}
