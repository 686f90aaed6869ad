import { GRANT_OPERATIONS, type KmsGrant } from '@policywright/evaluator';
import { resourcePolicies } from '../given/resourcePolicies.ts';
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
  if (resourcePolicies({ resource: policies.resource }).length === 0) return undefined; // S171
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
  if (grant.sourceArn !== undefined && !comesFrom(grant.sourceArn, context)) return false;
  if (name === 'describekey' || name === 'retiregrant') return true;
  const { encryptionContextEquals: equals, encryptionContextSubset: subset = {} } = grant;
  const pairs = pairsSent(context);
  const names = new Set(pairs.map(([key]) => key));
  const has = ([key, value]: readonly [string, string]): boolean => {
    const sent = pairs.filter(([other]) => other === key);
    return sent.length > 0 && sent.every(([, other]) => other === value); // S74: given twice, both must agree
  };
  if (!Object.entries(subset).every(has)) return false;
  return (
    equals === undefined || (Object.entries(equals).every(has) && names.size === Object.keys(equals).length)
  );
}

function comesFrom(sourceArn: string, context: Context): boolean {
  const reading = readKey(context, 'aws:SourceArn');
  return reading.kind === 'single' && reading.value === sourceArn;
}

/** The pairs of the request's encryption context; unlike context keys their names have a letter case. */
function pairsSent(context: Context): readonly (readonly [name: string, value: unknown])[] {
  const prefix = 'kms:EncryptionContext:';
  return Object.entries(context ?? {})
    .filter(([key, value]) => value !== undefined && key.toLowerCase().startsWith(prefix.toLowerCase()))
    .map(([key, value]) => [key.slice(prefix.length), Array.isArray(value) ? value : String(value)]);
}
