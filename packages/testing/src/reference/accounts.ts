import { arnParts } from './arnParts.ts';
import type { Question } from './question.ts';

/**
 * Whether the resource belongs to the caller's account. S45: one whose ARN has no account belongs to it unless
 * the request says whose it is; so does what AWS owns and shares with every account, such as managed policies.
 */
export function isOwnAccount({ request, caller }: Question): boolean {
  if (caller.account === undefined) return false;
  const inArn = arnParts(request.resource)?.account ?? '';
  const owner = request.resourceAccount ?? (inArn === '' || inArn === 'aws' ? caller.account : inArn);
  return owner === caller.account;
}

/** S207: callers of other accounts, and those without one; an AWS service is not a caller of another account. */
export function isOfAnotherAccount(question: Question): boolean {
  return question.caller.kind !== 'service' && !isOwnAccount(question);
}
