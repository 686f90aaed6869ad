import type { OrganizationPolicy } from '../model/organization.ts';
import type { FoundAt } from './findings.ts';
import type { Reading } from './principalParts.ts';
import { isJsonRecord, textMember } from './shape.ts';

/** The policies of an organization by id, read once each. */
export type KnownPolicies = ReadonlyMap<string, OrganizationPolicy>;

/** What the policies of a node are read with. */
export interface NodePolicies {
  readonly reading: Reading;
  readonly known: KnownPolicies;
  readonly at: FoundAt;
}

/**
 * Reads the policies that are attached to a node: documents, `{ name?, document }`, or ids of known policies.
 *
 * @param value - the list.
 * @param of - whose they are.
 * @returns `undefined` where one of them is not known: what the level allows is unknown then.
 */
export function readNodePolicies(
  value: unknown,
  { reading, known, at }: NodePolicies,
): readonly OrganizationPolicy[] | undefined {
  if (!Array.isArray(value)) {
    reading.findings.add('invalid-shape', 'expected a list of policies', at);
    return undefined;
  }
  const entries = value as readonly unknown[];
  const found = entries.map((entry, index) =>
    readOne(entry, { reading, known, at: { ...at, path: `${at.path}/${index}` } }),
  );
  const policies = found.filter((policy) => policy !== undefined);
  return policies.length === found.length ? policies : undefined;
}

function readOne(entry: unknown, { reading, known, at }: NodePolicies): OrganizationPolicy | undefined {
  if (typeof entry === 'string' && known.has(entry)) return known.get(entry);
  if (typeof entry === 'string' && !/^\s*[{%]/.test(entry)) {
    reading.findings.add('missing-policy', `policy \`${entry}\` is in no file`, at);
    return undefined;
  }
  return readOrganizationPolicy(entry, { reading, at });
}

/**
 * Reads one policy of an organization: a document, `{ id?, name?, document }`, or an answer of `describe-policy`.
 *
 * @param entry - as read from JSON.
 * @param of - where it stands.
 */
export function readOrganizationPolicy(
  entry: unknown,
  { reading, at }: Pick<NodePolicies, 'reading' | 'at'>,
): OrganizationPolicy | undefined {
  const parts = partsOf(entry);
  const found = reading.pool.read(parts.document);
  if (found.policy !== undefined) return { name: parts.name, policy: found.policy };
  reading.findings.add('invalid-policy', `policy \`${parts.name}\`: ${found.message}`, at);
  return undefined;
}

function partsOf(entry: unknown): { readonly name: string; readonly document: unknown } {
  if (!isJsonRecord(entry)) return { name: '', document: entry };
  // `describe-policy` answers with `Policy`: `PolicySummary` and, as text, `Content`.
  const answer = isJsonRecord(entry['Policy']) ? entry['Policy'] : entry;
  const summary = isJsonRecord(answer['PolicySummary']) ? answer['PolicySummary'] : answer;
  const document = answer['Content'] ?? answer['document'];
  if (document === undefined) return { name: '', document: entry };
  const name = textMember(summary, 'Id') ?? textMember(answer, 'id') ?? textMember(answer, 'name');
  return { name: name ?? textMember(summary, 'Name') ?? '', document };
}
