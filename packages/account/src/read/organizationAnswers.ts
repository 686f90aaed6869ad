import type { Organization } from '../model/organization.ts';
import type { FoundAt } from './findings.ts';
import { parseFile } from './parseFile.ts';
import type { Reading } from './principalParts.ts';
import { organizationOf } from './readOrganization.ts';
import { isJsonRecord, listMember, readTags, textMember, type JsonRecord } from './shape.ts';

/** Answers of the AWS command line about an organization: their texts by path below `organization/`. */
export type OrganizationAnswers = ReadonlyMap<string, string>;

/**
 * Puts the tree of an organization together from saved answers: `roots.json` (`list-roots`), `organization.json`
 * (`describe-organization`), for each root and unit `units/ID.json` and `accounts/ID.json`, for each of them and each account
 * `scps/ID.json` and `rcps/ID.json` (`list-policies-for-target`), `policies/ID.json` (`describe-policy`), `tags/ID.json`,
 * and `administrators.json` (`list-delegated-administrators` of IAM).
 *
 * @param answers - the files.
 * @param reading - where documents and findings go.
 */
export function organizationFromAnswers(
  answers: OrganizationAnswers,
  reading: Reading,
): Organization | undefined {
  const files = new AnswerFiles(answers, reading);
  const root = files.list('roots.json', 'Roots')[0];
  if (!isJsonRecord(root)) {
    files.report(
      'missing-target',
      'expected the answer of `list-roots` in `organization/roots.json`',
      'roots.json',
    );
    return undefined;
  }
  const described = files.record('organization.json')?.['Organization'];
  const organization = isJsonRecord(described) ? described : {};
  const kinds = enabledTypes(root);
  const document = {
    id: textMember(organization, 'Id'),
    managementAccount:
      textMember(organization, 'MasterAccountId') ?? textMember(organization, 'ManagementAccountId'),
    rootAdministrators: files
      .list('administrators.json', 'DelegatedAdministrators')
      .flatMap((entry) => (isJsonRecord(entry) ? (textMember(entry, 'Id') ?? []) : [])),
    policies: files.policies(),
    root: nodeOf(root, 'root', { files, kinds, depth: 0 }),
  };
  return organizationOf(document, reading, { file: 'organization', path: '', start: undefined });
}

/** The types of policies that are in force, by the name of their folder. */
type PolicyFolders = readonly ('scps' | 'rcps')[];

function enabledTypes(root: JsonRecord): PolicyFolders {
  const types = (listMember(root, 'PolicyTypes') ?? []).flatMap((type) =>
    isJsonRecord(type) && type['Status'] === 'ENABLED' ? [type['Type']] : [],
  );
  return [
    ...(types.includes('SERVICE_CONTROL_POLICY') ? (['scps'] as const) : []),
    ...(types.includes('RESOURCE_CONTROL_POLICY') ? (['rcps'] as const) : []),
  ];
}

interface Walk {
  readonly files: AnswerFiles;
  readonly kinds: PolicyFolders;
  readonly depth: number;
}

/** Organizations have five levels of units; files may say anything. */
const DEEPEST = 10;

function nodeOf(entry: unknown, type: 'root' | 'ou' | 'account', walk: Walk): JsonRecord {
  const { files, kinds, depth } = walk;
  const record = isJsonRecord(entry) ? entry : {};
  const id = textMember(record, 'Id') ?? '';
  const below = { ...walk, depth: depth + 1 };
  const hasChildren = type !== 'account' && depth < DEEPEST;
  const units = hasChildren ? files.list(`units/${id}.json`, 'OrganizationalUnits') : [];
  const accounts = hasChildren ? files.list(`accounts/${id}.json`, 'Accounts') : [];
  const policies = kinds.map((kind) => [kind, files.attached(kind, id)] as const);
  return {
    id,
    type,
    name: textMember(record, 'Name'),
    tags: files.tags(id),
    ...Object.fromEntries(policies),
    children: [
      ...accounts.map((account) => nodeOf(account, 'account', below)),
      ...units.map((unit) => nodeOf(unit, 'ou', below)),
    ],
  };
}

class AnswerFiles {
  readonly #answers: OrganizationAnswers;
  readonly #reading: Reading;

  constructor(answers: OrganizationAnswers, reading: Reading) {
    this.#answers = answers;
    this.#reading = reading;
  }

  record(path: string): JsonRecord | undefined {
    const text = this.#answers.get(path);
    if (text === undefined) return undefined;
    const value = parseFile(text, { findings: this.#reading.findings, at: placeOf(path) });
    return isJsonRecord(value) ? value : undefined;
  }

  /** A list of an answer; empty where there is no such file. */
  list(path: string, member: string): readonly unknown[] {
    const record = this.record(path);
    return record === undefined ? [] : (listMember(record, member) ?? []);
  }

  /** Ids of the policies of a node; `undefined`, which is reported, where the answer is missing. */
  attached(kind: 'scps' | 'rcps', id: string): readonly string[] | undefined {
    const path = `${kind}/${id}.json`;
    if (!this.#answers.has(path)) {
      this.report('missing-target', `there is no file of the ${kind} of \`${id}\``, path);
      return undefined;
    }
    return this.list(path, 'Policies').flatMap((entry) =>
      isJsonRecord(entry) ? (textMember(entry, 'Id') ?? []) : [],
    );
  }

  /** The documents of policies by id. */
  policies(): JsonRecord {
    const paths = [...this.#answers.keys()].filter((path) => path.startsWith('policies/'));
    return Object.fromEntries(
      paths.flatMap((path) => {
        const record = this.record(path);
        return record === undefined ? [] : [[path.slice('policies/'.length, -'.json'.length), record]];
      }),
    );
  }

  tags(id: string): Readonly<Record<string, string>> {
    return readTags(this.list(`tags/${id}.json`, 'Tags')) ?? {};
  }

  report(code: 'missing-target', message: string, path: string): void {
    this.#reading.findings.add(code, message, placeOf(path));
  }
}

function placeOf(path: string): FoundAt {
  return { file: `organization/${path}`, path: '', start: undefined };
}
