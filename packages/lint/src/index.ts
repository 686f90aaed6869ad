export {
  compareWithBaseline,
  createBaseline,
  type Baseline,
  type BaselineComparison,
  type BaselineEntry,
} from './baseline/baseline.ts';
export { COVERAGE, type Coverage, type CoveredTool } from './coverage.ts';
export { RESOURCE_TYPES } from './data/resourceTypes.ts';
export { inlineUses, type InlineUse } from './facts/inlineUses.ts';
export { lintNode, type NodeLintOptions } from './engine/lintNode.ts';
export { lintPolicy, type LintResult, type PolicyLintOptions } from './engine/lintPolicy.ts';
export { lintText } from './engine/lintText.ts';
export { applyFixes, type FixedText, type FixOptions } from './fix/applyFixes.ts';
export { fixText, type FixTextResult } from './fix/fixText.ts';
export type { FileFindings } from './format/fileFindings.ts';
export { formatGithub } from './format/formatGithub.ts';
export { formatJson, jsonFindings, type JsonFinding } from './format/formatJson.ts';
export { formatMarkdown } from './format/formatMarkdown.ts';
export { formatSarif, type SarifOptions } from './format/formatSarif.ts';
export { findingsText, formatText, summaryText } from './format/formatText.ts';
export type { Aliases, Finding, Fix, TextEdit } from './model/finding.ts';
export type { Ignore, LintConfig, LintOptions, Settings, TextLintOptions } from './model/options.ts';
export {
  RULE_GROUPS,
  type Report,
  type Rule,
  type RuleElement,
  type BadExample,
  type ExampleFinding,
  type RuleExample,
  type RuleGroup,
} from './model/rule.ts';
export { isAtLeast, SEVERITIES, type Severity } from './model/severity.ts';
export { RULES } from './rules/index.ts';
export { ignoreProblem } from './suppress/ignoreProblem.ts';
