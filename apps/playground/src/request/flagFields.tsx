import type { VNode } from 'preact';
import type { PolicySetFlags } from '@policywright/evaluator';
import { flags, request, setRequest } from '../model/state.ts';

const CHECKS: readonly { readonly flag: keyof PolicySetFlags; readonly label: string }[] = [
  {
    flag: 'principalInManagementAccount',
    label: 'the principal is in the management account (SCPs do not bind it)',
  },
  { flag: 'serviceLinkedRole', label: 'the principal is a service-linked role' },
  {
    flag: 'resourceInManagementAccount',
    label: 'the resource is in the management account (RCPs do not affect it)',
  },
  { flag: 'restrictPublicBuckets', label: 'S3 Block Public Access restricts public buckets' },
];

/** Facts that no document states. */
export function FlagFields(): VNode {
  const set = (change: PolicySetFlags): void => {
    flags.value = { ...flags.value, ...change };
  };
  const { resourceAccount } = request.value;
  return (
    <details class="flags">
      <summary>Accounts and kinds</summary>
      <label class="field">
        <span>Account of the resource</span>
        <input
          type="text"
          inputMode="numeric"
          placeholder="as its ARN says"
          value={resourceAccount}
          onInput={(event) => setRequest({ resourceAccount: event.currentTarget.value.trim() })}
        />
      </label>
      <label class="field">
        <span>Kind of resource policy</span>
        <select
          value={flags.value.resourcePolicyKind ?? ''}
          onChange={(event) => {
            const { value } = event.currentTarget;
            const { resourcePolicyKind: _, ...rest } = flags.value;
            flags.value =
              value === 'kms' || value === 'trust' ? { ...rest, resourcePolicyKind: value } : rest;
          }}
        >
          <option value="">ordinary</option>
          <option value="trust">trust policy of a role</option>
          <option value="kms">KMS key policy</option>
        </select>
      </label>
      {CHECKS.map(({ flag, label }) => (
        <label class="check" key={flag}>
          <input
            type="checkbox"
            checked={flags.value[flag] === true}
            onChange={(event) => set({ [flag]: event.currentTarget.checked })}
          />
          {label}
        </label>
      ))}
    </details>
  );
}
