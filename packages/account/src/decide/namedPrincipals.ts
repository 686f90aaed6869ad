import { isAccountId } from '@policywright/arn';
import type { ResourcePolicies } from '@policywright/evaluator';
import type { Policy } from '@policywright/policy';

/** Whom a resource's own policies let in, as far as `Principal` tells. */
export interface LetIn {
  /** Everyone, or all but some. */
  readonly everyone: boolean;
  /** Grants of a key name principals. */
  readonly byGrant: boolean;
  /** Numbers of accounts whose identity-based policies then decide. */
  readonly accounts: ReadonlySet<string>;
  /** ARNs and unique ids of single principals. */
  readonly names: ReadonlySet<string>;
}

/** Reads whom the policies of a resource let in. */
export function letInBy({ policy, kind }: ResourcePolicies): LetIn {
  const accounts = new Set<string>();
  const names = new Set<string>();
  let everyone = false;
  for (const { statements } of policiesOf(policy)) {
    for (const { effect, principal } of statements) {
      if (effect !== 'Allow' || principal === undefined) continue;
      if (principal.negated) everyone = true;
      for (const { kind: of, value } of principal.entries) {
        if (of !== 'AWS') continue;
        const [, account] = /^arn:[^:]*:(?:iam|sts)::(\d{12}):/.exec(value) ?? [];
        if (value === '*') everyone = true;
        else if (isAccountId(value)) accounts.add(value);
        else if (account !== undefined && value.endsWith(':root')) accounts.add(account);
        else names.add(value);
      }
    }
  }
  const byGrant = kind?.type === 'key' && Boolean(kind.grants?.length);
  return { everyone, byGrant, accounts, names };
}

function policiesOf(policy: ResourcePolicies['policy']): readonly Policy[] {
  if (policy === undefined || policy === null) return [];
  return 'statements' in policy ? [policy] : policy;
}
