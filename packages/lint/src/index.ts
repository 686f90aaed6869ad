export {
  compareWithBaseline,
  createBaseline,
  type Baseline,
  type BaselineComparison,
  type BaselineEntry,
} from './baseline/baseline.ts';
export { coverageOf, type Coverage, type CoveredTool } from './coverage.ts';
export { RESOURCE_TYPES } from './data/resourceTypes.ts';
export type { ActionFacts } from './facts/actionFacts.ts';
export type { ConditionFacts, OperatorFamily } from './facts/conditionFacts.ts';
export { inlineUses, type InlineUse } from './facts/inlineUses.ts';
export type { LintContext, StatementCondition } from './facts/lintContext.ts';
export type { ListEntry } from './facts/listEntry.ts';
export type { ResourceFacts } from './facts/resourceFacts.ts';
export type { StatementFacts } from './facts/statementFacts.ts';
export { createLinter, type Linter, type LinterOptions } from './engine/createLinter.ts';
export type { NodeLintOptions } from './engine/lintNode.ts';
export type { PolicyLintOptions } from './engine/lintPolicy.ts';
export { applyFixes, type FixedText, type FixOptions } from './fix/applyFixes.ts';
export type { FixTextResult } from './fix/fixText.ts';
export type { FileFindings } from './format/fileFindings.ts';
export { fixText, ignoreProblem, lintNode, lintPolicy, lintText } from './fullLinter.ts';
export { formatGithub } from './format/formatGithub.ts';
export { formatJson, jsonFindings, type JsonFinding } from './format/formatJson.ts';
export { formatMarkdown } from './format/formatMarkdown.ts';
export { formatSarif, SarifLog, type SarifOptions } from './format/formatSarif.ts';
export { countsText, findingsText, formatText, summaryText } from './format/formatText.ts';
export { rulePage } from './format/rulePage.ts';
export type { Aliases, Finding, Fix, TextEdit } from './model/finding.ts';
export { LintError, type LintErrorCode } from './model/lintError.ts';
export type { LintResult } from './model/lintResult.ts';
export type { Ignore, LintConfig, LintOptions, Settings, TextLintOptions } from './model/options.ts';
export {
  RULE_GROUPS,
  type Report,
  type Rule,
  type RuleElement,
  type BadExample,
  type ExampleFinding,
  type RuleExample,
  type RuleExamples,
  type RuleGroup,
} from './rule/rule.ts';
export { isAtLeast, SEVERITIES, type Severity } from './model/severity.ts';
export { RULES } from './rules/index.ts';
