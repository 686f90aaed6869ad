import {
  policyFromNode,
  settleVariables,
  type JsonNode,
  type Policy,
  type PolicyType,
} from '@policywright/policy';
import { CARRIER_TYPES, TRUST_POLICY } from '../data/resourceTypes.ts';
import { LintContext } from '../facts/lintContext.ts';
import type { LintResult } from '../model/lintResult.ts';
import type { LintOptions, TextLintOptions } from '../model/options.ts';
import type { InlineUse } from '../facts/inlineUses.ts';
import type { RuleSet } from './ruleSet.ts';
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
  /**
   * The document as it is saved, with its white space, where it stands in a string of the text; that of a document
   * which is the whole text is known, and one among others is measured without white space between its values.
   */
  readonly source?: string | undefined;
  /** Of an inline policy, what `inlineUses` says of it: its size counts with those beside it. */
  readonly inline?: readonly InlineUse[] | undefined;
}

/** Lints a document that is part of a larger text with some rules. */
export function lintNode(document: JsonNode, options: NodeLintOptions, ruleSet: RuleSet): LintResult {
  const { text, name, basePointer = '', resourceType = '' } = options;
  const type = options.type ?? typeOfCarried(resourceType);
  const { node, isUnknown } = settled(document, options.isUnknown);
  const parsed = policyFromNode(node, { text, type, name, basePointer });
  const { diagnostics } = parsed;
  const salvaged = parsed.ok ? undefined : salvage(node, { text, type, name });
  const isWhole = basePointer === '' && options.fixable !== false;
  const contextOf = (policy: Policy | undefined): LintContext | undefined =>
    policy &&
    new LintContext(policy, {
      text: options.fixable === false ? undefined : text,
      settings: options.settings ?? {},
      isUnknown,
      resourceType: options.resourceType,
      endpointType: options.endpointType,
      inline: options.inline,
      source: options.source ?? (isWhole ? text.slice(node.start, node.end) : undefined),
      repaired: salvaged?.repairs,
    });
  return runRules(contextOf(parsed.ok ? parsed.policy : salvaged?.policy), {
    ...options,
    ruleSet,
    ...(isUnknown !== undefined && { isUnknown }),
    diagnostics,
    otherwise: contextOf(salvaged?.otherwise),
    // The text around what was taken out of the tree is not what the rest of it shows.
    hasFixes: salvaged?.repairs.removed !== true,
  });
}

/** What type of policy a type of resource carries. */
function typeOfCarried(resourceType: string): PolicyType | undefined {
  if (resourceType === TRUST_POLICY) return 'trust';
  return CARRIER_TYPES.has(resourceType) ? 'resource' : undefined;
}

/** Whoever says what is unknown has put something in its place; otherwise only variables of templates are. */
function settled(
  node: JsonNode,
  isUnknown: LintOptions['isUnknown'],
): { readonly node: JsonNode; readonly isUnknown: LintOptions['isUnknown'] } {
  if (isUnknown !== undefined) return { node, isUnknown };
  const variables = settleVariables(node);
  return variables.node === node ? { node, isUnknown: undefined } : variables;
}
