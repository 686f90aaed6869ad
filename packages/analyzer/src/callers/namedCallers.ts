import { isAccountId, parseArn } from '@policywright/arn';
import { PARTITIONS } from '@policywright/arn/engine';
import { readCaller, type CompiledStatement } from '@policywright/evaluator/engine';

/** Whom policies name, each once. */
export interface NamedCallers {
  /** By number, those of ARNs among them. */
  readonly accounts: Set<string>;
  /** Those that ARNs name; `aws` always. */
  readonly partitions: Set<string>;
  /** ARNs of users, roles, sessions and federated users. */
  readonly users: Set<string>;
  readonly roles: Set<string>;
  readonly roleSessions: Set<string>;
  readonly federatedSessions: Set<string>;
  /** What is no ARN and no account (rule S133). */
  readonly uniqueIds: Set<string>;
  readonly services: Set<string>;
  readonly providers: Set<string>;
  readonly canonicalUsers: Set<string>;
}

/**
 * Finds whom statements name: in `Principal` and `NotPrincipal`, and in what conditions compare keys of the caller with.
 *
 * @param statements - compiled.
 */
export function namedCallers(statements: readonly Pick<CompiledStatement, 'source'>[]): NamedCallers {
  const named: NamedCallers = {
    accounts: new Set(),
    partitions: new Set(['aws']),
    users: new Set(),
    roles: new Set(),
    roleSessions: new Set(),
    federatedSessions: new Set(),
    uniqueIds: new Set(),
    services: new Set(),
    providers: new Set(),
    canonicalUsers: new Set(),
  };
  for (const { source } of statements) {
    for (const { kind, value } of source.principal?.entries ?? []) {
      if (kind === 'Service') named.services.add(value);
      else if (kind === 'Federated') named.providers.add(value);
      else if (kind === 'CanonicalUser') named.canonicalUsers.add(value);
      else if (value !== '*') addIdentity(value, named);
      addPartition(value, named);
    }
    for (const { key, values } of source.conditions) {
      const isOfCaller = ACCOUNT_KEYS.has(key.toLowerCase());
      for (const value of values) {
        addPartition(value, named);
        if (isOfCaller) addAccounts(value, named);
      }
    }
    for (const value of source.resource?.values ?? []) addPartition(value, named);
  }
  return named;
}

/** Keys of the caller whose values tell accounts. */
const ACCOUNT_KEYS: ReadonlySet<string> = new Set([
  'aws:principalaccount',
  'aws:principalarn',
  'aws:userid',
  'kms:calleraccount',
]);

function addIdentity(value: string, named: NamedCallers): void {
  if (isAccountId(value)) {
    named.accounts.add(value);
    return;
  }
  if (parseArn(value) === undefined) {
    named.uniqueIds.add(value);
    return;
  }
  const { kind, account } = readCaller(value);
  if (account === '') return;
  named.accounts.add(account);
  if (kind === 'user') named.users.add(value);
  else if (kind === 'role') named.roles.add(value);
  else if (kind === 'roleSession') named.roleSessions.add(value);
  else if (kind === 'federatedSession') named.federatedSessions.add(value);
}

/** A value that is an account, that begins with one, or an ARN with one. */
function addAccounts(value: string, { accounts }: NamedCallers): void {
  const [first = '', , , , fifth = ''] = value.split(':');
  for (const text of [first, fifth]) if (isAccountId(text)) accounts.add(text);
}

function addPartition(value: string, { partitions }: NamedCallers): void {
  const [start = '', partition = ''] = value.split(':', 2);
  const isOpen = start === 'arn' ? /[*?$]/.test(partition) && partition !== '*' : /^[*?][^/]*-/.test(start);
  if (isOpen) for (const known of PARTITIONS) partitions.add(known);
  else if (start === 'arn' && partition !== '' && partition !== '*') partitions.add(partition);
}
