import { parseJson } from '@policywright/policy';
import type { TextLintOptions } from '../model/options.ts';
import { lintNode } from './lintNode.ts';
import type { LintResult } from './lintPolicy.ts';
import { runRules } from './runRules.ts';

/**
 * Reads a policy document and lints it. What cannot be read is reported, and the rest is linted all the same.
 *
 * @param text - the document, JSON.
 * @param options - its type, and what to check.
 * @returns the findings; never throws.
 */
export function lintText(text: string, options: TextLintOptions = {}): LintResult {
  const { node, diagnostics } = parseJson(text);
  // What is no text has no places, and was reported.
  if (node === undefined)
    return runRules(undefined, { ...options, ...(typeof text === 'string' && { text }), diagnostics });
  return lintNode(node, { ...options, text });
}
