import { memberOf, statementNodes, textsOf } from '../../json/_internals/elementReading.ts';
import type { JsonNode, JsonObject } from '../../json/jsonNode.ts';

/**
 * Whether a document with statements is of another language: a stack policy of CloudFormation, a data protection
 * policy, a policy of a signed URL, or one of another cloud.
 *
 * Facts of 2026-11-29, each from the page that the comment names; titles that are marked so are unchecked.
 *
 * @param document - an object.
 */
export function isOfOtherLanguage(document: JsonNode): boolean {
  const statements = statementNodes(document);
  if (statements.length === 0) return false;
  return (
    isStackPolicy(statements) ||
    isDataProtectionPolicy(statements) ||
    isOfSignedUrl(statements, document) ||
    isOfOtherCloud(statements)
  );
}

/** CloudFormation, "Prevent updates to stack resources"; Alibaba's stack policies are the same. */
function isStackPolicy(statements: readonly JsonObject[]): boolean {
  const actions = textsIn(statements, ['Action', 'NotAction']);
  const resources = textsIn(statements, ['Resource', 'NotResource']);
  const isOfStack =
    actions.some(isStackUpdate) || resources.some((text) => text.startsWith('LogicalResourceId/'));
  return isOfStack && actions.every((action) => isStackUpdate(action) || action === '*');
}

/** CloudWatch Logs, "Understanding data protection policies"; SNS, "Data protection policies" (title unchecked). */
function isDataProtectionPolicy(statements: readonly JsonObject[]): boolean {
  return isWithout(statements, ['Effect']) && hasSome(statements, ['DataIdentifier']);
}

/** CloudFront, "Create a signed URL using a custom policy". */
function isOfSignedUrl(statements: readonly JsonObject[], document: JsonNode): boolean {
  return (
    memberOf(document, 'Version') === undefined &&
    isWithout(statements, ['Effect', 'Action', 'NotAction']) &&
    statements.some((statement) => namesEpochTime(memberOf(statement, 'Condition')))
  );
}

/** Alibaba Cloud RAM, "Policy elements"; Tencent Cloud CAM, "Element reference". */
function isOfOtherCloud(statements: readonly JsonObject[]): boolean {
  const texts = statements.flatMap((statement) => [...textsBelow(statement)]);
  return texts.some((text) => /^(?:acs|qcs):/.test(text)) && !texts.some((text) => text.startsWith('arn:'));
}

/**
 * Whether a file is the tree of constructs that the CDK writes beside its templates: it repeats their policies, with
 * the intrinsics of a template and none around them.
 *
 * @param root - the tree of the file.
 */
export function isConstructTree(root: JsonNode): boolean {
  return memberOf(root, 'tree')?.kind === 'object' && textsOf(memberOf(root, 'version')).some(isTreeVersion);
}

function isTreeVersion(version: string): boolean {
  return version.startsWith('tree-');
}

function isStackUpdate(action: string): boolean {
  return /^Update:/i.test(action);
}

function textsIn(statements: readonly JsonObject[], names: readonly string[]): readonly string[] {
  return statements.flatMap((statement) => names.flatMap((name) => textsOf(memberOf(statement, name))));
}

function hasSome(statements: readonly JsonObject[], names: readonly string[]): boolean {
  return statements.some((statement) => names.some((name) => memberOf(statement, name) !== undefined));
}

function isWithout(statements: readonly JsonObject[], names: readonly string[]): boolean {
  return !hasSome(statements, names);
}

function namesEpochTime(condition: JsonNode | undefined): boolean {
  if (condition?.kind !== 'object') return false;
  return condition.members.some(({ value }) => memberOf(value, 'AWS:EpochTime') !== undefined);
}

function* textsBelow(node: JsonNode): Generator<string> {
  if (node.kind === 'string') yield node.value;
  else if (node.kind === 'array') for (const item of node.items) yield* textsBelow(item);
  else if (node.kind === 'object') for (const { value } of node.members) yield* textsBelow(value);
}
