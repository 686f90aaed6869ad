import { parsePolicy, policyFromValue, printPolicy } from '@policywright/policy';
import { describe, expect, test } from 'vitest';
import { loadManagedPolicies } from './managedPolicies.ts';

const policies = loadManagedPolicies();

describe('AWS managed policies', () => {
  test('the corpus is there', () => {
    expect(policies.length).toBe(1594);
  });

  test('S24: each parses as an identity-based policy without an error', () => {
    const errors = policies.flatMap(({ name, document }) => {
      const { diagnostics } = parsePolicy(JSON.stringify(document), { type: 'identity' });
      return diagnostics
        .filter(({ severity }) => severity === 'error')
        .map(({ code, path }) => `${name} ${code} ${path}`);
    });
    expect(errors).toEqual([]);
  });

  test('reads the same from text and from the value', () => {
    for (const { document } of policies) {
      const fromText = parsePolicy(JSON.stringify(document, undefined, 2), { type: 'identity' });
      const fromValue = policyFromValue(document, { type: 'identity' });
      if (!fromText.ok || !fromValue.ok) throw new Error('expected two policies');
      expect(fromValue.policy.statements).toEqual(fromText.policy.statements);
    }
  });

  test('INVARIANT 18: printing and parsing again gives the same policy', () => {
    for (const { document } of policies) {
      const before = policyFromValue(document, { type: 'identity' });
      if (!before.ok) throw new Error('expected a policy');
      const after = parsePolicy(printPolicy(before.policy), { type: 'identity' });
      expect(after.ok && after.policy.statements).toEqual(before.policy.statements);
    }
  });
});
