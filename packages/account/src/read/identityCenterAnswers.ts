import type { AssignedIdentity, IdentityCenter, PermissionSet } from '../model/identityCenter.ts';
import { parseFile } from './parseFile.ts';
import type { Reading } from './principalParts.ts';
import { isJsonRecord, listMember, textMember, type JsonRecord } from './shape.ts';

/** Answers of the AWS command line about IAM Identity Center: their texts by path below `identity-center/`. */
export type IdentityCenterAnswers = ReadonlyMap<string, string>;

/**
 * Puts permission sets and their assignments together from saved answers, ID being the last part of the ARN of a permission set:
 * `permission-sets/ID.json` (`describe-permission-set`), `inline/ID.json` (`get-inline-policy-for-permission-set`),
 * `managed/ID.json` (`list-managed-policies-in-permission-set`), `assignments/ACCOUNT-ID.json` (`list-account-assignments`), and
 * of the identity store `users.json` (`list-users`), `groups.json` (`list-groups`), `members/GROUP.json` (`list-group-memberships`).
 *
 * @param answers - the files.
 * @param reading - where documents and findings go.
 */
export function identityCenterFromAnswers(answers: IdentityCenterAnswers, reading: Reading): IdentityCenter {
  const files = new CenterFiles(answers, reading);
  const people = new Directory(files);
  return {
    permissionSets: files
      .idsIn('permission-sets')
      .flatMap((id) => setOf(id, { files, people, reading }) ?? []),
  };
}

interface SetReading {
  readonly files: CenterFiles;
  readonly people: Directory;
  readonly reading: Reading;
}

function setOf(id: string, { files, people, reading }: SetReading): PermissionSet | undefined {
  const path = `permission-sets/${id}.json`;
  const described = files.record(path)?.['PermissionSet'];
  const name = isJsonRecord(described) ? textMember(described, 'Name') : undefined;
  const arn = isJsonRecord(described) ? textMember(described, 'PermissionSetArn') : undefined;
  if (name === undefined || arn === undefined) {
    files.report('invalid-shape', 'expected `{ "PermissionSet": { "Name", "PermissionSetArn" } }`', path);
    return undefined;
  }
  const managed = files.list(`managed/${id}.json`, 'AttachedManagedPolicies');
  return {
    arn,
    name,
    inline: inlineOf(id, files, reading),
    managed: managed.flatMap((one) => (isJsonRecord(one) ? (textMember(one, 'Arn') ?? []) : [])),
    assignments: assignmentsOf(id, arn, { files, people }),
  };
}

function inlineOf(id: string, files: CenterFiles, { pool }: Reading): PermissionSet['inline'] {
  const path = `inline/${id}.json`;
  const record = files.record(path);
  const document = record === undefined ? undefined : textMember(record, 'InlinePolicy');
  if (document === undefined) return undefined;
  const found = pool.read(document);
  if (found.policy === undefined)
    files.report('invalid-policy', `inline policy of \`${id}\`: ${found.message}`, path);
  return found.policy;
}

function assignmentsOf(
  id: string,
  arn: string,
  { files, people }: { readonly files: CenterFiles; readonly people: Directory },
): PermissionSet['assignments'] {
  const found = new Map<string, AssignedIdentity[]>();
  for (const name of files.idsIn('assignments')) {
    if (!name.endsWith(`-${id}`)) continue;
    const account = name.slice(0, -id.length - 1);
    const own = found.get(account) ?? [];
    found.set(account, own);
    for (const entry of files.list(`assignments/${name}.json`, 'AccountAssignments')) {
      if (!isJsonRecord(entry) || (textMember(entry, 'PermissionSetArn') ?? arn) !== arn) continue;
      const identity = textMember(entry, 'PrincipalId');
      if (identity !== undefined)
        own.push(people.identity(entry['PrincipalType'] === 'GROUP' ? 'group' : 'user', identity));
    }
  }
  return found;
}

/** Names of users and groups. */
class Directory {
  readonly #files: CenterFiles;
  readonly #users: ReadonlyMap<string, string>;
  readonly #groups: ReadonlyMap<string, string>;

  constructor(files: CenterFiles) {
    this.#files = files;
    this.#users = namesOf(files.list('users.json', 'Users'), { id: 'UserId', name: 'UserName' });
    this.#groups = namesOf(files.list('groups.json', 'Groups'), { id: 'GroupId', name: 'DisplayName' });
  }

  identity(kind: AssignedIdentity['kind'], id: string): AssignedIdentity {
    const name = (kind === 'user' ? this.#users : this.#groups).get(id);
    return { kind, id, name, members: kind === 'user' ? undefined : this.#members(id) };
  }

  #members(group: string): readonly string[] | undefined {
    const path = `members/${group}.json`;
    if (!this.#files.has(path)) return undefined;
    return this.#files.list(path, 'GroupMemberships').flatMap((entry) => {
      const member = isJsonRecord(entry) ? entry['MemberId'] : undefined;
      const id = isJsonRecord(member) ? textMember(member, 'UserId') : undefined;
      return id === undefined ? [] : [this.#users.get(id) ?? id];
    });
  }
}

function namesOf(
  entries: readonly unknown[],
  members: { readonly id: string; readonly name: string },
): ReadonlyMap<string, string> {
  return new Map(
    entries.flatMap((entry) => {
      const id = isJsonRecord(entry) ? textMember(entry, members.id) : undefined;
      const name = isJsonRecord(entry) ? textMember(entry, members.name) : undefined;
      return id === undefined || name === undefined ? [] : [[id, name] as const];
    }),
  );
}

class CenterFiles {
  readonly #answers: IdentityCenterAnswers;
  readonly #reading: Reading;

  constructor(answers: IdentityCenterAnswers, reading: Reading) {
    this.#answers = answers;
    this.#reading = reading;
  }

  has(path: string): boolean {
    return this.#answers.has(path);
  }

  /** Names of the files of a folder, without the ending. */
  idsIn(folder: string): readonly string[] {
    return [...this.#answers.keys()]
      .filter((path) => path.startsWith(`${folder}/`))
      .map((path) => path.slice(folder.length + 1, -'.json'.length));
  }

  record(path: string): JsonRecord | undefined {
    const text = this.#answers.get(path);
    if (text === undefined) return undefined;
    const at = { file: `identity-center/${path}`, path: '', start: undefined };
    const value = parseFile(text, { findings: this.#reading.findings, at });
    return isJsonRecord(value) ? value : undefined;
  }

  list(path: string, member: string): readonly unknown[] {
    const record = this.record(path);
    return record === undefined ? [] : (listMember(record, member) ?? []);
  }

  report(code: 'invalid-shape' | 'invalid-policy', message: string, path: string): void {
    const at = { file: `identity-center/${path}`, path: '', start: undefined };
    this.#reading.findings.add(code, message, at);
  }
}
