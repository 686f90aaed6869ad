import type { AccountDiagnostic } from '../model/accountDiagnostic.ts';
import type { Organization, OrganizationNode, OrganizationPolicy } from '../model/organization.ts';
import { DocumentPool } from './documentPool.ts';
import { AccountFindings, type FoundAt } from './findings.ts';
import { parseFile } from './parseFile.ts';
import { readNodePolicies, readOrganizationPolicy, type KnownPolicies } from './organizationPolicies.ts';
import type { Reading } from './principalParts.ts';
import { isJsonRecord, listMember, readTags, textMember, type JsonRecord } from './shape.ts';

/** An organization, and what is wrong with its files. */
export interface OrganizationReading {
  /** `undefined` where there is no tree. */
  readonly organization: Organization | undefined;
  readonly diagnostics: readonly AccountDiagnostic[];
}

/** Where nodes are read. */
export interface NodeReading {
  readonly reading: Reading;
  readonly known: KnownPolicies;
  /** Levels above the node. */
  readonly depth: number;
}

const TYPES: Readonly<Record<string, OrganizationNode['type']>> = {
  root: 'root',
  ROOT: 'root',
  unit: 'unit',
  ou: 'unit',
  ORGANIZATIONAL_UNIT: 'unit',
  account: 'account',
  ACCOUNT: 'account',
};
/** Organizations have five levels of units; deeper is a mistake, and endless a trap. */
const DEEPEST = 32;

/**
 * Reads the tree of an organization from one file: `{ id?, managementAccount, rootAdministrators?, policies?, root }`, where
 * a node is `{ id, type, name?, tags?, scps?, rcps?, children? }`. Policies are documents, `{ name?, document }`, or ids in
 * `policies`. Nodes without `scps` say that service control policies are not in force, if none has them; else that those of
 * the node are not known.
 *
 * @param text - JSON; never throws.
 * @param file - a name for diagnostics.
 * @param pool - shares documents with other readers.
 */
export function readOrganization(text: string, file = '', pool?: DocumentPool): OrganizationReading {
  const findings = new AccountFindings();
  const at: FoundAt = { file, path: '', start: undefined };
  const value = parseFile(text, { findings, at });
  const reading: Reading = { pool: pool ?? new DocumentPool(), findings };
  const organization = isJsonRecord(value) ? organizationOf(value, reading, at) : undefined;
  if (organization === undefined && findings.list.length === 0)
    findings.add('invalid-shape', 'expected `{ managementAccount, root }`', at);
  return { organization, diagnostics: findings.list };
}

/** Makes an organization of what its file holds. */
export function organizationOf(value: JsonRecord, reading: Reading, at: FoundAt): Organization | undefined {
  const known = knownPolicies(value['policies'], reading, at);
  const root = readNode(value['root'], { reading, known, depth: 0 }, { ...at, path: '/root' });
  if (root === undefined) return undefined;
  const nodes = nodesBelow(root);
  return {
    id: textMember(value, 'id') ?? textMember(value, 'Id'),
    managementAccount: textMember(value, 'managementAccount') ?? textMember(value, 'MasterAccountId'),
    rootAdministrators: (listMember(value, 'rootAdministrators') ?? []).filter(
      (account) => typeof account === 'string',
    ),
    usesScps: nodes.some(({ scps }) => scps !== undefined),
    usesRcps: nodes.some(({ rcps }) => rcps !== undefined),
    root,
  };
}

/** A node and all below it. */
export function nodesBelow(node: OrganizationNode): readonly OrganizationNode[] {
  return [node, ...node.children.flatMap(nodesBelow)];
}

function knownPolicies(value: unknown, reading: Reading, at: FoundAt): KnownPolicies {
  const known = new Map<string, OrganizationPolicy>();
  if (!isJsonRecord(value)) return known;
  for (const [name, document] of Object.entries(value)) {
    const place = { ...at, path: `${at.path}/policies/${name}` };
    const policy = readOrganizationPolicy(document, { reading, at: place });
    if (policy !== undefined) known.set(name, { ...policy, name });
  }
  return known;
}

function readNode(value: unknown, nodes: NodeReading, at: FoundAt): OrganizationNode | undefined {
  const { depth } = nodes;
  const { findings } = nodes.reading;
  const type = isJsonRecord(value)
    ? TYPES[textMember(value, 'type') ?? (depth === 0 ? 'root' : '')]
    : undefined;
  const id = isJsonRecord(value) ? textMember(value, 'id') : undefined;
  if (!isJsonRecord(value) || type === undefined || id === undefined || depth > DEEPEST) {
    findings.add('invalid-shape', 'expected a node: `{ id, type: root | ou | account, … }`', at);
    return undefined;
  }
  const policiesOf = (member: 'scps' | 'rcps'): OrganizationNode['scps'] =>
    value[member] === undefined || value[member] === null
      ? undefined
      : readNodePolicies(value[member], { ...nodes, at: { ...at, path: `${at.path}/${member}` } });
  const children = listMember(value, 'children');
  if (children === undefined)
    findings.add('invalid-shape', 'expected a list of nodes', { ...at, path: `${at.path}/children` });
  return {
    type,
    id,
    name: textMember(value, 'name'),
    tags: readTags(value['tags']) ?? {},
    scps: policiesOf('scps'),
    rcps: policiesOf('rcps'),
    children: (children ?? []).flatMap(
      (child, index) =>
        readNode(child, { ...nodes, depth: depth + 1 }, { ...at, path: `${at.path}/children/${index}` }) ??
        [],
    ),
  };
}
