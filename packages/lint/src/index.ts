export { lintNode, type NodeLintOptions } from './engine/lintNode.ts';
export { lintPolicy, type LintResult, type PolicyLintOptions } from './engine/lintPolicy.ts';
export { lintText } from './engine/lintText.ts';
export { applyFixes, type FixedText, type FixOptions } from './fix/applyFixes.ts';
export { fixText, type FixTextResult } from './fix/fixText.ts';
export type { Aliases, Finding, Fix, TextEdit } from './model/finding.ts';
export type { Ignore, LintOptions, Settings, TextLintOptions } from './model/options.ts';
export {
  RULE_GROUPS,
  type Report,
  type Rule,
  type RuleElement,
  type RuleExample,
  type RuleGroup,
} from './model/rule.ts';
export { isAtLeast, SEVERITIES, type Severity } from './model/severity.ts';
export { RULES } from './rules/index.ts';
