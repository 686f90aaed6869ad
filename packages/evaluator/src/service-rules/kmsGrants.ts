import { parseArn } from '@policywright/arn';
import type { RequestContext } from '@policywright/conditions';
import { isRecord } from '@policywright/policy';
import type { Caller } from '../principal/caller.ts';
import { GRANT_OPERATIONS, type KmsGrant } from '../request/kmsGrant.ts';

/** The same in lower case; anything else in a grant counts for nothing. */
const COUNTING: ReadonlySet<string> = new Set(GRANT_OPERATIONS.map((name) => name.toLowerCase()));
/** Operations to which constraints on the encryption context do not apply. */
const WITHOUT_CONTEXT: ReadonlySet<string> = new Set(['describekey', 'retiregrant']);
const ENCRYPTION_CONTEXT = 'kms:encryptioncontext:';

/** What is asked of the grants. */
export interface GrantQuestion {
  readonly caller: Caller;
  readonly entry: { readonly action: string };
  /** ARN or `*`; grants are of keys. */
  readonly resource: string;
  readonly request: { readonly context?: RequestContext | undefined };
}

/**
 * Whom a key's grants allow an operation: the caller itself, which needs nothing else, or its account, which
 * leaves it to the account's policies (rule S208).
 *
 * @param grants - of the key that is called.
 * @param question - the request.
 */
export function grantFor(
  grants: readonly KmsGrant[],
  question: GrantQuestion,
): 'caller' | 'account' | 'none' {
  if (!isKey(question.resource)) return 'none';
  const given: readonly unknown[] = grants;
  const covering = given.filter(isGrant).filter((grant) => allowsOperation(grant, question));
  const { caller } = question;
  if (covering.some(({ grantee }) => isCaller(grantee, caller))) return 'caller';
  const toAccount = covering.some(({ grantee }) => caller.account !== '' && grantee === caller.accountArn);
  return toAccount ? 'account' : 'none';
}

/** Grants are data that nobody may have checked: what has not the form of one counts for nothing. */
function isGrant(value: unknown): value is KmsGrant {
  if (!isRecord(value)) return false;
  const { grantee, operations, sourceArn, encryptionContextEquals, encryptionContextSubset } = value;
  const contexts = [encryptionContextEquals, encryptionContextSubset];
  return (
    (typeof grantee === 'string' || isRecord(grantee)) &&
    Array.isArray(operations) &&
    operations.every((name) => typeof name === 'string') &&
    (sourceArn === undefined || typeof sourceArn === 'string') &&
    contexts.every((pairs) => pairs === undefined || isRecord(pairs))
  );
}

function isKey(resource: string): boolean {
  const arn = parseArn(resource);
  return arn?.service === 'kms' && arn.resource.startsWith('key/');
}

function isCaller(grantee: KmsGrant['grantee'], { kind, name, roleArn }: Caller): boolean {
  if (typeof grantee !== 'string') return kind === 'service' && grantee.service === name;
  if (kind === 'root' || kind === 'service') return false;
  return grantee === name || (roleArn !== undefined && nameOfRole(grantee) === nameOfRole(roleArn));
}

/** A role's ARN without its path, which the ARNs of sessions lack (rule S135): an account has one role of a name. */
function nameOfRole(arn: string): string | undefined {
  const marker = ':role/';
  const at = arn.indexOf(marker);
  return at < 0 ? undefined : arn.slice(0, at + marker.length) + arn.slice(arn.lastIndexOf('/') + 1);
}

function allowsOperation(grant: KmsGrant, { entry, request }: GrantQuestion): boolean {
  if (!entry.action.startsWith('kms:')) return false;
  const operation = entry.action.slice('kms:'.length);
  if (!COUNTING.has(operation)) return false;
  if (!grant.operations.some((name) => name.toLowerCase() === operation)) return false;
  const context = Object.entries(request.context ?? {});
  if (grant.sourceArn !== undefined && !comesFrom(grant.sourceArn, context)) return false;
  return WITHOUT_CONTEXT.has(operation) || meetsContext(grant, pairsSent(context));
}

type ContextEntries = readonly (readonly [string, unknown])[];

/** A context that gives the key twice, in two letter cases, does not tell the source (rule S74). */
function comesFrom(sourceArn: string, context: ContextEntries): boolean {
  const sources = context.filter(([key]) => key.toLowerCase() === 'aws:sourcearn');
  return sources.length > 0 && sources.every(([, value]) => value === sourceArn);
}

/**
 * The pairs of the request's encryption context: unlike context keys, their names are told apart by letter case.
 * One that two spellings of its key give different values has none (rule S74).
 */
function pairsSent(context: ContextEntries): ReadonlyMap<string, unknown> {
  const pairs = new Map<string, unknown>();
  for (const [key, given] of context) {
    if (given === undefined || !key.toLowerCase().startsWith(ENCRYPTION_CONTEXT)) continue;
    const name = key.slice(ENCRYPTION_CONTEXT.length);
    const value = typeof given === 'number' || typeof given === 'boolean' ? String(given) : given;
    pairs.set(name, pairs.has(name) && pairs.get(name) !== value ? undefined : value);
  }
  return pairs;
}

function meetsContext(
  { encryptionContextEquals: equals, encryptionContextSubset: subset }: KmsGrant,
  sent: ReadonlyMap<string, unknown>,
): boolean {
  const has = ([key, value]: [string, string]): boolean => sent.get(key) === value;
  if (subset !== undefined && !Object.entries(subset).every(has)) return false;
  if (equals === undefined) return true;
  const pairs = Object.entries(equals);
  return pairs.every(has) && sent.size === pairs.length;
}
