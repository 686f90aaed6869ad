import { parseJson } from '@policywright/policy';
import type { LintResult } from '../model/lintResult.ts';
import type { TextLintOptions } from '../model/options.ts';
import { lintNode } from './lintNode.ts';
import type { RuleSet } from './ruleSet.ts';
import { runRules } from './runRules.ts';

/** Reads a policy document and lints it with some rules. */
export function lintText(text: string, options: TextLintOptions, ruleSet: RuleSet): LintResult {
  const { node, diagnostics } = parseJson(text);
  // What is no text has no places, and was reported.
  if (node === undefined)
    return runRules(undefined, {
      ...options,
      ruleSet,
      ...(typeof text === 'string' && { text }),
      diagnostics,
    });
  return lintNode(node, { ...options, text }, ruleSet);
}
