import type { JsonNode } from '../json/jsonNode.ts';
import type { EndpointType } from '../model/endpointType.ts';
import type { PolicyType } from '../model/policy.ts';
import { carrierTypeOf } from './_internals/carrierTypes.ts';
import { isMeantAsPolicy } from './_internals/isPolicyDocument.ts';
import { isConstructTree } from './_internals/otherLanguages.ts';
import { PolicyWalk, type FoundDocument } from './_internals/policyWalk.ts';
import { ROOT_SCOPE, type Scope } from './_internals/scope.ts';
import { isUnknownIn, settleDocument } from './_internals/settleDocument.ts';
import { readPlan } from './_internals/terraformPlan.ts';
import { placeBefore, placeIn } from './_internals/writtenDocument.ts';
import type { PolicyHolder } from './policyHolder.ts';

/** What the tree was read from. */
export interface ExtractOptions {
  /** The text that the offsets of the tree count in. */
  readonly text: string;
  /**
   * Reads the template in a text of the file that is no JSON, such as the `TemplateBody` of a set of stacks, with
   * offsets in that text; it gives `undefined` where it cannot.
   */
  readonly readTemplate?: ((text: string) => JsonNode | undefined) | undefined;
}

/** A policy document in a file. */
export interface ExtractedPolicy {
  /**
   * JSON pointer of the document in the file; of the string that holds it where it is embedded, and of what it is
   * written from where a tool or service writes it. Under a name that the file repeats, `locate` finds the first:
   * only `node` tells which one it is.
   */
  readonly pointer: string;
  /**
   * The document, for `policyFromNode`: offsets count in the file, intrinsics are replaced by what stands for
   * them. Where an embedded document has syntax errors, the string that holds it.
   */
  readonly node: JsonNode;
  /** The type, where what stands around the document tells it; `inferPolicyType` can guess at it otherwise. */
  readonly type: PolicyType | undefined;
  /**
   * Of a resource policy: the type of the resource that carries it, as CloudFormation calls it, such as
   * `AWS::S3::Bucket`; where what stands around the document tells it.
   */
  readonly resourceType: string | undefined;
  /** Names from outside in, such as `AppRole/inline`, or the ARN of a managed policy. */
  readonly name: string | undefined;
  /** Whom an inline policy belongs to, several where a template attaches it so; none for policies of other kinds. */
  readonly holders: readonly PolicyHolder[];
  /** The kind of endpoint that an endpoint policy is of, where the file tells. */
  readonly endpointType: EndpointType | undefined;
  /** Whether the document is JSON in a string of the file. */
  readonly embedded: boolean;
  /** The text of an embedded document, with its white space, where it is one document and stands there as it is. */
  readonly source: string | undefined;
  /** Whether the node is what will be in force: nothing in it is unknown or one of several alternatives. */
  readonly exact: boolean;
  /** Whether it is exact once what is unknown in it is filled in: no value is one of several alternatives or left out. */
  readonly whole: boolean;
  /**
   * Whether the value at a pointer, from the document, or a value around it stands for one that is not known or
   * has parts that are not. For `policyFromNode` and the linter.
   */
  readonly isUnknown: (pointer: string) => boolean;
  /** The pointer in the file of what the value at a pointer, from the document, was read or written from. */
  readonly placeOf: (pointer: string) => string;
}

/** A policy of which a file does not tell the content. */
export interface UnknownPolicy {
  /** JSON pointer of the place that holds it. */
  readonly pointer: string;
  /** As of `ExtractedPolicy`. */
  readonly name: string | undefined;
}

/** The policies of a file. */
export interface FilePolicies {
  /** In the order of the file. */
  readonly policies: readonly ExtractedPolicy[];
  /** Those that nothing is known of before the template or plan is deployed. */
  readonly unknown: readonly UnknownPolicy[];
}

/**
 * Finds the policies in a file, wherever they are: a plain document, answers of the AWS command line with documents
 * as objects, JSON texts or percent-encoded, CloudFormation, SAM and CDK templates, plans and states of Terraform,
 * and Serverless Framework files. Where nothing but a policy can stand, what is none is taken for one with mistakes.
 * Grants that are written as properties, such as those of `AWS::Lambda::Permission`, are the policies that the
 * service writes for them; the documents of Terraform's data sources that a plan does not have yet are made of what
 * is known of them. Documents of other languages that have statements too, such as stack policies of CloudFormation,
 * are none.
 *
 * Intrinsics of templates such as `Ref` and `Fn::Sub` are unknown values, never errors, and so are texts with
 * variables of template languages, wherever they stand: `${bucket}`, `${self:custom.bucket}`, `{{ bucket }}`. In the node they are texts as
 * `unknownText` makes them, and in resources what references to resources of the template return is as known as its type makes it; in lists with the values of both branches of `Fn::If`; `isUnknown` knows their
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
export function extractPolicies(root: JsonNode, options: ExtractOptions): readonly ExtractedPolicy[] {
  return extractAll(root, options).policies;
}

/**
 * Finds the policies in a file as `extractPolicies` does, and the places of those that are not known yet.
 *
 * @param root - the tree of the file, as `parseJson` gives it.
 * @param options - the text of the file.
 * @returns never throws.
 */
export function extractAll(root: JsonNode, options: ExtractOptions): FilePolicies {
  if (isConstructTree(root)) return { policies: [], unknown: [] };
  const walk = new PolicyWalk({ text: options.text, readTemplate: options.readTemplate });
  const plan = readPlan(root);
  if (plan === undefined) walk.visit(root, '', ROOT_SCOPE);
  else walk.visit(plan.node, plan.pointer, plan.scope);
  const found = [...walk.found, ...(plan?.documents ?? [])];
  if (found.length === 0 && isMeantAsPolicy(root))
    found.push({ node: root, pointer: '', scope: ROOT_SCOPE, embedded: false });
  const unknown = [...walk.unknown, ...(plan?.unknown ?? [])];
  return {
    policies: found.map(extracted),
    unknown: unknown.map(({ pointer, scope }) => ({ pointer, name: nameOf(scope) })),
  };
}

function nameOf({ names }: Scope): string | undefined {
  return names.length === 0 ? undefined : names.join('/');
}

function extracted({ node, pointer, scope, source, embedded, places }: FoundDocument): ExtractedPolicy {
  const settled = node.kind === 'object' ? settleDocument(node, scope) : undefined;
  return {
    pointer,
    node: settled?.node ?? node,
    type: scope.type,
    resourceType: scope.type === 'resource' ? carrierTypeOf(scope.resourceType ?? '') : undefined,
    name: nameOf(scope),
    holders: scope.type === 'identity' ? scope.holders : [],
    endpointType: scope.type === 'vpcEndpoint' ? scope.endpointType : undefined,
    embedded,
    source,
    exact: settled?.exact ?? true,
    whole: settled?.whole ?? true,
    isUnknown: (at) => settled !== undefined && isUnknownIn(settled, at),
    placeOf: (at) =>
      placeIn({ places, pointer }, settled === undefined ? at : placeBefore(settled.places, at)),
  };
}
