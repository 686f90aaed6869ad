import { memberOf } from '../../json/_internals/elementReading.ts';
import type { JsonNode } from '../../json/jsonNode.ts';
import { alternativesOf, intrinsicOf } from './intrinsics.ts';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Whether an object is a policy document: it has `Statement`, and a version or a statement with `Effect`, which
 * other things of that name, such as the rules of web firewalls, have not.
 */
export function isPolicyDocument(node: JsonNode): boolean {
  if (node.kind !== 'object') return false;
  const statement = memberOf(node, 'Statement');
  if (statement === undefined) return false;
  const version = memberOf(node, 'Version');
  if (version?.kind === 'string' && DATE.test(version.value)) return true;
  return itemsOf(statement).some(
    (item) => memberOf(item, 'Effect') !== undefined || intrinsicOf(item) !== undefined,
  );
}

/** Whether a whole file is meant to be a policy document, however badly it is written. */
export function isMeantAsPolicy(root: JsonNode): boolean {
  if (root.kind !== 'object') return false;
  const version = memberOf(root, 'Version');
  if (version?.kind === 'string' && DATE.test(version.value)) return true;
  return root.members.some(({ name }) => /^statements?$/i.test(name.value));
}

function itemsOf(statement: JsonNode): readonly JsonNode[] {
  return alternativesOf(statement).flatMap((node) =>
    node.kind === 'array' ? node.items.flatMap(alternativesOf) : [node],
  );
}
