import { loadVersionPairs } from '@policywright-tooling/conformance/managed-policies';
import { policyFromValue, type Policy } from '@policywright/policy';
import type { PolicyVersions } from './proofNearMisses.ts';

/**
 * Consecutive versions of the AWS managed policies.
 *
 * @param every - of so many pairs one is taken.
 */
export function* managedVersions(every: number): Generator<PolicyVersions> {
  for (const [index, { name, before, after }] of loadVersionPairs().entries())
    if (index % every === 0) yield { name, before: [read(before)], after: [read(after)] };
}

function read(document: unknown): Policy {
  const result = policyFromValue(document);
  if (!result.ok) throw new Error('a managed policy has errors');
  return result.policy;
}
