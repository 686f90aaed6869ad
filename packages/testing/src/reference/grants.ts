import { GRANT_OPERATIONS, type KmsGrant } from '@policywright/evaluator';
import { actionParts, lowerAscii } from './actionParts.ts';
import { isKmsKey } from './arnParts.ts';
import { actsAsRole, type Caller } from './caller.ts';
import { readKey, type Context } from './contextKey.ts';
import type { Question } from './question.ts';

/** S208: the operations that a grant can hold, in lower case. */
const IN_GRANTS: readonly string[] = GRANT_OPERATIONS.map(lowerAscii);

/** Whom grants allow a request: the caller alone, or its account, which leaves it to its policies. */
export type GrantReach = 'caller' | 'account';

/** S208: what the grants of a KMS key allow. */
export function grantsAllow({ policies, request, caller }: Question): GrantReach | undefined {
  const { service, name } = actionParts(request.action);
  if (service !== 'kms' || !isKmsKey(request.resource) || !IN_GRANTS.includes(name)) return undefined;
  const reaches = (policies.grants ?? [])
    .filter((grant) => grant.operations.some((operation) => lowerAscii(operation) === name))
    .filter((grant) => constraintsHold(grant, name, request.context))
    .map((grant) => granteeReach(grant, caller));
  if (reaches.includes('caller')) return 'caller';
  return reaches.includes('account') ? 'account' : undefined;
}

function granteeReach({ grantee }: KmsGrant, caller: Caller): GrantReach | undefined {
  if (typeof grantee !== 'string')
    return caller.kind === 'service' && caller.name === grantee.service ? 'caller' : undefined;
  if (caller.account === undefined) return undefined;
  if (grantee === `arn:${caller.partition ?? ''}:iam::${caller.account}:root`) return 'account';
  const isSession = caller.kind === 'session' && caller.parentArn !== undefined;
  const role = isSession ? caller.parentArn : caller.name;
  return grantee === caller.name || (actsAsRole(caller) && roleName(grantee) === roleName(role))
    ? 'caller'
    : undefined;
}

/** The ARN of a role without its path: an account has one role of a name. */
function roleName(arn: string | undefined): string | undefined {
  return arn?.replace(/(:role\/).*\//, '$1');
}

function constraintsHold(grant: KmsGrant, name: string, context: Context): boolean {
  if (grant.sourceArn !== undefined && !holds(context, 'aws:SourceArn', grant.sourceArn)) return false;
  if (name === 'describekey' || name === 'retiregrant') return true;
  const equal = Object.entries(grant.encryptionContextEquals ?? {});
  const subset = Object.entries(grant.encryptionContextSubset ?? {});
  const allHold = [...equal, ...subset].every(([key, value]) => holds(context, `${PREFIX}${key}`, value));
  if (!allHold || grant.encryptionContextEquals === undefined) return allHold;
  const given = equal.map(([key]) => `${PREFIX}${key}`.toLowerCase());
  return encryptionKeys(context).every((key) => given.includes(key));
}

const PREFIX = 'kms:EncryptionContext:';

function holds(context: Context, key: string, value: string): boolean {
  const reading = readKey(context, key);
  return reading.kind === 'single' && reading.value === value;
}

/** The keys of the encryption context that a request has, in lower case. */
function encryptionKeys(context: Context): readonly string[] {
  return Object.entries(context ?? {})
    .filter(([, value]) => value !== undefined)
    .map(([key]) => key.toLowerCase())
    .filter((key) => key.startsWith(PREFIX.toLowerCase()));
}
