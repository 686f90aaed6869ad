import { asciiLowerCase, coversAction, readActionPattern } from '@policywright/evaluator/engine';
import type { Policy } from '@policywright/policy';
import type { AccountPrincipal } from '../model/accountData.ts';

const known = new WeakMap<Policy, boolean>();
const TAG_SESSION = asciiLowerCase('sts:TagSession');

/**
 * Whether sessions of a role may have tags of their own, which go before those of the role: only where its trust policy
 * allows `sts:TagSession` to somebody (rule S203).
 *
 * @param principal - users have no sessions.
 */
export function allowsSessionTags({ kind, trust }: AccountPrincipal): boolean {
  if (kind === 'user') return false;
  if (trust === undefined) return true;
  let allows = known.get(trust);
  if (allows === undefined) {
    allows = trust.statements.some(
      ({ effect, action }) =>
        effect === 'Allow' &&
        action.values.some((value) => coversAction(readActionPattern(value), TAG_SESSION, 'match')) !==
          action.negated,
    );
    known.set(trust, allows);
  }
  return allows;
}
