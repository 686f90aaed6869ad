import { resourcePolicies } from '../../given/resourcePolicies.ts';
import { isAccountId, parseArn } from '@policywright/arn';
import type { PolicySet, Principal } from '@policywright/evaluator';
import { printJson, type PrincipalEntry } from '@policywright/policy';
import { layerPolicies } from './layerPolicies.ts';

const DEFAULT_ACCOUNT = '111122223333';
const STRANGER = 'arn:aws:iam::999999999999:user/mallory';

/** The accounts that policies mention, the first being the one that callers and resources are of. */
export function accountsOf(set: PolicySet): readonly [string, ...string[]] {
  const texts = layerPolicies(set).map(({ root }) => printJson(root, 0));
  const [first = DEFAULT_ACCOUNT, ...others] = new Set(
    texts.flatMap((text) => text.match(/\b[0-9]{12}\b/g) ?? []),
  );
  return [first, ...others];
}

/** Callers that fit the policies: of their accounts, and for a resource policy those that it names, and a stranger. */
export function callerCandidates(set: PolicySet): readonly Principal[] {
  const accounts = accountsOf(set);
  const own = accounts.slice(0, 3).flatMap(usersOf);
  const attached = resourcePolicies(set);
  if (attached.length === 0) return own.slice(0, 2);
  const statements = attached.flatMap((policy) => policy.statements);
  const entries = statements.flatMap(({ principal }) => principal?.entries ?? []);
  const named = entries.flatMap(callersNamed);
  // Those of the account come last where only a resource policy can allow them.
  const callers = set.identity === undefined ? [...named, ...own, STRANGER] : [...own, ...named, STRANGER];
  return [...new Map(callers.map((caller) => [JSON.stringify(caller), caller])).values()];
}

function usersOf(account: string): readonly Principal[] {
  return [`arn:aws:iam::${account}:user/alice`, `arn:aws:sts::${account}:assumed-role/example/session`];
}

function callersNamed({ kind, value }: PrincipalEntry): readonly Principal[] {
  if (kind === 'Service') return [{ service: value }];
  if (kind !== 'AWS') return [];
  if (isAccountId(value)) return usersOf(value);
  const arn = parseArn(value);
  if (arn === undefined) return value === '*' ? [STRANGER] : [];
  if (arn.resource === 'root') return usersOf(arn.account);
  if (!arn.resource.startsWith('role/')) return value.includes('*') ? [] : [value];
  const name = arn.resource.slice(arn.resource.lastIndexOf('/') + 1);
  return [`arn:${arn.partition}:sts::${arn.account}:assumed-role/${name}/session`];
}
