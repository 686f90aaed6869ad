import { memberOf } from '../json/_internals/elementReading.ts';
import type { JsonNode } from '../json/jsonNode.ts';
import { pointerTo } from '../json/jsonPointer.ts';
import type { PolicyType } from '../model/policy.ts';
import { isMeantAsPolicy } from './_internals/isPolicyDocument.ts';
import { isConstructTree } from './_internals/otherLanguages.ts';
import { PolicyWalk, type FoundDocument } from './_internals/policyWalk.ts';
import { enterMember, ROOT_SCOPE } from './_internals/scope.ts';
import { settleDocument } from './_internals/settleDocument.ts';

/** What the tree was read from. */
export interface ExtractOptions {
  /** The text that the offsets of the tree count in. */
  readonly text: string;
}

/** A policy document in a file. */
export interface ExtractedPolicy {
  /**
   * JSON pointer of the document in the file; of the string that holds it where it is embedded. Under a name that
   * the file repeats, `locate` finds the first: only `node` tells which one it is.
   */
  readonly pointer: string;
  /**
   * The document, for `policyFromNode`: offsets count in the file, intrinsics are replaced by what stands for
   * them. Where an embedded document has syntax errors, the string that holds it.
   */
  readonly node: JsonNode;
  /** The type, where what stands around the document tells it; `inferPolicyType` can guess at it otherwise. */
  readonly type: PolicyType | undefined;
  /** Names from outside in, such as `AppRole/inline`, or the ARN of a managed policy. */
  readonly name: string | undefined;
  /** Whether the document is JSON in a string of the file. */
  readonly embedded: boolean;
  /** Whether the node is what will be in force: nothing in it is unknown or one of several alternatives. */
  readonly exact: boolean;
  /**
   * Whether the value at a pointer, from the document, or a value around it stands for one that is not known or
   * has parts that are not. For `policyFromNode` and the linter.
   */
  readonly isUnknown: (pointer: string) => boolean;
}

/**
 * Finds the policies in a file, wherever they are: a plain document, answers of the AWS command line with documents
 * as objects, JSON texts or percent-encoded, CloudFormation, SAM and CDK templates, plans and states of Terraform,
 * and Serverless Framework files. Documents of other languages that have statements too, such as stack policies of
 * CloudFormation, are none.
 *
 * Intrinsics such as `Ref` and `Fn::Sub` are unknown values, never errors. In the node they are texts as
 * `unknownText` makes them, in lists with the values of both branches of `Fn::If`; `isUnknown` knows their
 * pointers. A policy that is not `exact` is for linting, not for deciding.
 *
 * The tree may come from YAML as well: short forms such as `!Ref` as objects with one member, every value with its
 * offsets in the YAML text. Offsets in an embedded document are then exact as far as its scalar is written in the
 * characters of its value; otherwise they are those of the scalar.
 *
 * @param root - the tree of the file, as `parseJson` gives it.
 * @param options - the text of the file.
 * @returns the policies in the order of the file; none where it holds none. Never throws.
 */
export function extractPolicies(root: JsonNode, { text }: ExtractOptions): readonly ExtractedPolicy[] {
  if (isConstructTree(root)) return [];
  const walk = new PolicyWalk(text);
  const { node, pointer, scope } = startOf(root);
  walk.visit(node, pointer, scope);
  if (walk.found.length === 0 && isMeantAsPolicy(root)) {
    walk.found.push({ node: root, pointer: '', scope: ROOT_SCOPE, embedded: false });
  }
  return walk.found.map(extracted);
}

/** Of a Terraform plan only what it plans counts: it repeats it as changes, and has what was before. */
function startOf(root: JsonNode): Pick<FoundDocument, 'node' | 'pointer' | 'scope'> {
  if (memberOf(root, 'format_version') !== undefined) {
    for (const name of ['planned_values', 'values']) {
      const node = memberOf(root, name);
      if (node !== undefined)
        return { node, pointer: pointerTo('', name), scope: enterMember(ROOT_SCOPE, name) };
    }
  }
  return { node: root, pointer: '', scope: ROOT_SCOPE };
}

function extracted({ node, pointer, scope, embedded }: FoundDocument): ExtractedPolicy {
  const settled = scope.isTemplate && node.kind === 'object' ? settleDocument(node) : undefined;
  return {
    pointer,
    node: settled?.node ?? node,
    type: scope.type,
    name: scope.names.length === 0 ? undefined : scope.names.join('/'),
    embedded,
    exact: settled?.exact ?? true,
    isUnknown: (at) => settled !== undefined && hasAround(settled.unknown, at),
  };
}

/** Whether the pointer or one that it goes through is in the set. */
function hasAround(pointers: ReadonlySet<string>, pointer: string): boolean {
  if (pointers.size === 0) return false;
  for (let at = pointer; ; at = at.slice(0, at.lastIndexOf('/'))) {
    if (pointers.has(at)) return true;
    if (!at.includes('/')) return false;
  }
}
