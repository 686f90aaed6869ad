import type { JsonNode, Policy } from '@policywright/policy';
import { createLinter, type Linter } from './engine/createLinter.ts';
import type { NodeLintOptions } from './engine/lintNode.ts';
import type { PolicyLintOptions } from './engine/lintPolicy.ts';
import type { FixOptions } from './fix/applyFixes.ts';
import type { FixTextResult } from './fix/fixText.ts';
import type { LintResult } from './model/lintResult.ts';
import type { Ignore, TextLintOptions } from './model/options.ts';
import { RULES } from './rules/index.ts';

let linter: Linter | undefined;

/** The linter of all rules, made when first asked for, so that whoever makes another comes without these. */
function fullLinter(): Linter {
  return (linter ??= createLinter({ rules: RULES }));
}

/**
 * Reads a policy document and lints it. What cannot be read is reported, and the rest is linted all the same.
 *
 * @param text - the document, JSON.
 * @param options - its type, and what to check.
 * @returns the findings of all rules; never throws.
 */
export function lintText(text: string, options: TextLintOptions = {}): LintResult {
  return fullLinter().lintText(text, options);
}

/**
 * Lints a document that is part of a larger text, such as a template.
 *
 * @param document - in the tree of that text.
 * @param options - the text, the document's type, and what to check.
 * @returns the findings of all rules; never throws.
 */
export function lintNode(document: JsonNode, options: NodeLintOptions): LintResult {
  return fullLinter().lintNode(document, options);
}

/**
 * Lints a policy that is already read.
 *
 * @param policy - of `parsePolicy`, `policyFromNode` or `policyFromValue`.
 * @param options - what to check; `text` and `diagnostics` of the same reading.
 * @returns the findings of all rules; never throws.
 */
export function lintPolicy(policy: Policy, options: PolicyLintOptions = {}): LintResult {
  return fullLinter().lintPolicy(policy, options);
}

/**
 * Lints and fixes a document until no fix of any rule is left.
 *
 * @param source - the document, JSON.
 * @param options - as for `lintText`, and which fixes to apply.
 */
export function fixText(source: string, options: TextLintOptions & FixOptions = {}): FixTextResult {
  return fullLinter().fixText(source, options);
}

/**
 * Says what is wrong with an ignore, which linting would not apply then.
 *
 * @param ignore - as a configuration has it.
 * @returns a message, or `undefined` where nothing is wrong.
 */
export function ignoreProblem(ignore: Ignore): string | undefined {
  return fullLinter().ignoreProblem(ignore);
}
