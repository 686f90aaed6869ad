import type { AccessDenied } from '@policywright/evaluator';
import { refusedRequest, refusesOtherAction } from './refusedRequest.ts';

/**
 * What an access-denied message tells beyond the request, in words: the reason, the policy and where to look.
 *
 * @param denied - the message, read.
 * @returns one clause each; none for a message that tells nothing more. Not escaped for a terminal.
 */
export function whatMessageTells(denied: AccessDenied): readonly string[] {
  const clauses: string[] = [];
  if (refusesOtherAction(denied))
    clauses.push(
      `${denied.action} was called, which needs ${denied.reasonAction} too: that is what was refused`,
    );
  const reason = reasonIn(denied);
  if (reason !== undefined) clauses.push(reason);
  for (const { sid, effect, actions, resources } of denied.matchedStatements ?? []) {
    const name = sid === undefined ? 'a statement without a Sid' : `statement "${sid}"`;
    clauses.push(`${name} matched: ${effect ?? 'unknown effect'} ${list(actions)} on ${list(resources)}`);
  }
  return clauses;
}

function reasonIn(denied: AccessDenied): string | undefined {
  const { kind, policyType, policyName } = denied;
  const action = refusedRequest(denied).action ?? 'the action';
  const type = policyType ?? 'policy';
  if (kind === undefined) return undefined;
  if (kind === 'implicitDeny') return `AWS says that no ${type} allows ${action}`;
  if (policyName !== undefined)
    return `AWS says that the ${type} ${policyName} denies it: look there for a Deny statement that matches ${action}, and at its conditions`;
  if (policyType === undefined)
    return `AWS says that a Deny statement matches ${action}, and not in which type of policy`;
  return `AWS says that ${article(policyType)} ${policyType} denies it: look in each of that type for a Deny statement that matches ${action}, and at its conditions`;
}

function article(noun: string): string {
  return /^[aeiou]/.test(noun) ? 'an' : 'a';
}

function list(patterns: readonly string[]): string {
  return patterns.length === 0 ? '(not told)' : patterns.join(', ');
}
