import type { JsonNode } from '../json/jsonNode.ts';
import { isUnknownIn, settleDocument } from './_internals/settleDocument.ts';

/** A document and what of it is not known before a tool has filled it in. */
export interface SettledVariables {
  /** The document, with something that the parser accepts in the place of what is not known. */
  readonly node: JsonNode;
  /** Whether the value at a pointer, from the document, or a value around it has parts that are not known. */
  readonly isUnknown: (pointer: string) => boolean;
}

const NO_TEMPLATE = { isTemplate: false, isServerless: false, resources: new Map() };

/**
 * Finds what template languages will fill in in a document that stands alone, as `extractPolicies` does in files:
 * variables such as `${bucket}` and `{{ bucket }}`, which are no policy variables.
 *
 * @param node - the document; intrinsics of CloudFormation are mistakes in it.
 */
export function settleVariables(node: JsonNode): SettledVariables {
  if (node.kind !== 'object') return { node, isUnknown: () => false };
  const settled = settleDocument(node, NO_TEMPLATE);
  return { node: settled.node, isUnknown: (pointer) => isUnknownIn(settled, pointer) };
}
