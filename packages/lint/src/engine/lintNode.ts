import { policyFromNode } from '@policywright/policy';
import type { JsonNode, PolicyType } from '@policywright/policy';
import { CARRIER_TYPES, TRUST_POLICY } from '../data/resourceTypes.ts';
import { LintContext } from '../facts/lintContext.ts';
import type { TextLintOptions } from '../model/options.ts';
import type { LintResult } from './lintPolicy.ts';
import { runRules } from './runRules.ts';
import { salvage } from './salvage.ts';

/** A document inside a text. */
export interface NodeLintOptions extends TextLintOptions {
  /** The whole text: ranges point into it. */
  readonly text: string;
  /** JSON pointer of the document in the text; every `path` starts with it. */
  readonly basePointer?: string;
  /** Whether the text is JSON, so that fixes can edit it; true if not given. */
  readonly fixable?: boolean;
}

/**
 * Lints a document that is part of a larger text, such as a template.
 *
 * @param node - the document in the tree of that text.
 * @param options - the text, the document's type, and what to check.
 * @returns the findings; never throws.
 */
export function lintNode(node: JsonNode, options: NodeLintOptions): LintResult {
  const { text, name, basePointer = '', resourceType = '' } = options;
  const type = options.type ?? typeOfCarried(resourceType);
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
      isUnknown: options.isUnknown,
      resourceType: options.resourceType,
      incomplete: read.incomplete,
      skipped: read.skipped,
      added: read.added,
    });
  return runRules(context, { ...options, diagnostics });
}

/** What type of policy a type of resource carries. */
function typeOfCarried(resourceType: string): PolicyType | undefined {
  if (resourceType === TRUST_POLICY) return 'trust';
  return CARRIER_TYPES.has(resourceType) ? 'resource' : undefined;
}

const NOTHING: ReadonlySet<string> = new Set();
