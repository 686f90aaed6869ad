import { Findings } from '../diagnostic/findings.ts';
import type { JsonNode } from '../json/jsonNode.ts';
import type { PolicyType } from '../model/policy.ts';
import { readTree } from './_internals/readTree.ts';
import type { ParseResult } from './parseResult.ts';

/** Where an embedded document stands, and what the caller knows about it. */
export interface NodeOptions {
  /** The whole text that the node was read from: ranges of diagnostics point into it. */
  readonly text: string;
  readonly type?: PolicyType | undefined;
  /** JSON pointer of the document in the text; `path` of every diagnostic starts with it. */
  readonly basePointer?: string | undefined;
  /** A name or ARN that becomes `policy.name`. */
  readonly name?: string | undefined;
  /**
   * Whether the value at a pointer (from the root of the document) stands for one that is not known, as those of
   * `extractPolicies` can: no warning is given about it.
   */
  readonly isUnknown?: ((pointer: string) => boolean) | undefined;
}

/**
 * Reads a policy document that is part of a larger text, such as a scenario file.
 *
 * @param node - the document in the tree that `parseJson` gave.
 * @param options - the text around it and what is known about it.
 * @returns as `parsePolicy`; pointers in the policy itself count from the document, not from the text.
 */
export function policyFromNode(node: JsonNode, options: NodeOptions): ParseResult {
  const { text, type, basePointer = '', name, isUnknown } = options;
  return readTree(new Findings(isUnknown), node, { text, type, name, basePointer });
}
