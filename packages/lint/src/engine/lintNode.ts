import { policyFromNode, settleVariables } from '@policywright/policy';
import type { JsonNode } from '@policywright/policy';
import { LintContext } from '../facts/lintContext.ts';
import type { LintOptions, TextLintOptions } from '../model/options.ts';
import type { LintResult } from './lintPolicy.ts';
import { runRules } from './runRules.ts';
import { salvage } from './salvage.ts';

/** A document inside a text. */
export interface NodeLintOptions extends TextLintOptions {
  /** The whole text: ranges point into it. */
  readonly text: string;
  /** JSON pointer of the document in the text; every `path` starts with it. */
  readonly basePointer?: string;
  /**
   * The pointer in the text of what the value at a pointer, from the document, was read or written from, where that
   * is not `basePointer` and the pointer: every `path` is one.
   */
  readonly placeOf?: (pointer: string) => string;
  /** Whether the text is JSON, so that fixes can edit it; true if not given. */
  readonly fixable?: boolean;
}

/**
 * Lints a document that is part of a larger text, such as a template.
 *
 * @param document - in the tree of that text.
 * @param options - the text, the document's type, and what to check.
 * @returns the findings; never throws.
 */
export function lintNode(document: JsonNode, options: NodeLintOptions): LintResult {
  const { text, type, name, basePointer = '' } = options;
  const { node, isUnknown } = settled(document, options.isUnknown);
  const parsed = policyFromNode(node, { text, type, name, basePointer });
  const { diagnostics } = parsed;
  const read = parsed.ok
    ? { policy: parsed.policy, incomplete: NOTHING, skipped: NOTHING, added: NOTHING }
    : salvage(node, { text, type, name });
  const context =
    read &&
    new LintContext(read.policy, {
      text: options.fixable === false ? undefined : text,
      settings: options.settings ?? {},
      isUnknown,
      incomplete: read.incomplete,
      skipped: read.skipped,
      added: read.added,
    });
  return runRules(context, { ...options, ...(isUnknown !== undefined && { isUnknown }), diagnostics });
}

const NOTHING: ReadonlySet<string> = new Set();

/** Whoever says what is unknown has put something in its place; otherwise only variables of templates are. */
function settled(
  node: JsonNode,
  isUnknown: LintOptions['isUnknown'],
): { readonly node: JsonNode; readonly isUnknown: LintOptions['isUnknown'] } {
  if (isUnknown !== undefined) return { node, isUnknown };
  const variables = settleVariables(node);
  return variables.node === node ? { node, isUnknown: undefined } : variables;
}
