import type { Diagnostic, Policy } from '@policywright/policy';
import { LintContext } from '../facts/lintContext.ts';
import type { LintResult } from '../model/lintResult.ts';
import type { LintOptions } from '../model/options.ts';
import type { RuleSet } from './ruleSet.ts';
import { runRules } from './runRules.ts';

/** A policy that was read elsewhere, with what reading it found. */
export interface PolicyLintOptions extends LintOptions {
  /** The whole text that the policy was read from; without it findings have no range. */
  readonly text?: string;
  /** JSON pointer of the policy in the text; every `path` starts with it. */
  readonly basePointer?: string;
  /** What the parser reported, to be among the findings. */
  readonly diagnostics?: readonly Diagnostic[];
  /** Whether the text around the policy is JSON, so that fixes can edit it; true if not given. */
  readonly fixable?: boolean;
}

/** Lints a policy that is already read with some rules. */
export function lintPolicy(policy: Policy, options: PolicyLintOptions, ruleSet: RuleSet): LintResult {
  const text = options.fixable === false ? undefined : options.text;
  const { root } = policy;
  const context = new LintContext(policy, {
    text,
    source: (options.basePointer ?? '') === '' ? text?.slice(root.start, root.end) : undefined,
    settings: options.settings ?? {},
    isUnknown: options.isUnknown,
    resourceType: options.resourceType,
  });
  return runRules(context, { ...options, ruleSet, diagnostics: options.diagnostics ?? [] });
}
