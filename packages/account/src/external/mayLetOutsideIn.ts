import { isAccountId, parseArn } from '@policywright/arn';
import type { Policy, PrincipalEntry } from '@policywright/policy';

/**
 * Whether a policy names anybody but principals of trusted accounts: never no where it lets somebody else in.
 *
 * @param policy - of a resource, or the trust policy of a role.
 * @param isTrusted - whether an account is.
 */
export function mayLetOutsideIn({ statements }: Policy, isTrusted: (account: string) => boolean): boolean {
  return statements.some(
    ({ effect, principal }) =>
      effect === 'Allow' &&
      principal !== undefined &&
      (principal.negated || principal.entries.some((entry) => !isOfAccount(entry, isTrusted))),
  );
}

function isOfAccount({ kind, value }: PrincipalEntry, isTrusted: (account: string) => boolean): boolean {
  if (kind !== 'AWS') return false;
  const account = isAccountId(value) ? value : (parseArn(value)?.account ?? '');
  return isAccountId(account) && isTrusted(account);
}
