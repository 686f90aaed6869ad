import { memberOf } from '../../json/_internals/elementReading.ts';
import type { JsonNode } from '../../json/jsonNode.ts';
import { alternativesOf, intrinsicOf } from './intrinsics.ts';
import { isOfOtherLanguage } from './otherLanguages.ts';

/** The versions that IAM has (rule S2); other languages have other dates. */
const VERSIONS: readonly string[] = ['2012-10-17', '2008-10-17'];

/**
 * Whether an object is a policy document: it has `Statement`, and a version of IAM or a statement with `Effect` or
 * with an action on something, which other things of that name, such as the rules of web firewalls, have not.
 */
export function isPolicyDocument(node: JsonNode): boolean {
  if (node.kind !== 'object') return false;
  const statement = memberOf(node, 'Statement');
  if (statement === undefined || isOfOtherLanguage(node)) return false;
  return hasVersion(node) || itemsOf(statement).some(isStatement);
}

/** Whether a whole file is meant to be a policy document, however badly it is written. */
export function isMeantAsPolicy(root: JsonNode): boolean {
  if (root.kind !== 'object' || isOfOtherLanguage(root)) return false;
  if (hasVersion(root)) return true;
  // Tencent Cloud, "Element reference": its names are in lower case, and this is its only version.
  const version = memberOf(root, 'version');
  if (version?.kind === 'string' && version.value === '2.0') return false;
  return root.members.some(
    ({ name, value }) => /^statements?$/i.test(name.value) && isMeantAsStatements(value),
  );
}

function hasVersion(document: JsonNode): boolean {
  const version = memberOf(document, 'Version');
  return version?.kind === 'string' && VERSIONS.includes(version.value);
}

function isStatement(node: JsonNode): boolean {
  const has = (...names: readonly string[]): boolean =>
    names.some((name) => memberOf(node, name) !== undefined);
  if (has('Effect') || intrinsicOf(node) !== undefined) return true;
  return has('Action', 'NotAction') && has('Resource', 'NotResource', 'Principal', 'NotPrincipal');
}

const ELEMENT = /^(?:sid|effect|condition|(?:not)?(?:action|resource|principal))$/i;

/** There are none, or one has an element of a statement, in whatever case. */
function isMeantAsStatements(value: JsonNode): boolean {
  if (value.kind !== 'array' && value.kind !== 'object') return false;
  const items = value.kind === 'array' ? value.items : value.members.length === 0 ? [] : [value];
  return (
    items.length === 0 ||
    items.some((item) => item.kind === 'object' && item.members.some(({ name }) => ELEMENT.test(name.value)))
  );
}

function itemsOf(statement: JsonNode): readonly JsonNode[] {
  return alternativesOf(statement).flatMap((node) =>
    node.kind === 'array' ? node.items.flatMap(alternativesOf) : [node],
  );
}
