import { useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { POLICY_TYPE_WORDS } from '@policywright/policy';
import { visible } from '@policywright/policy/text';
import { showPolicy } from './chosen.ts';
import { FilteredList } from './filteredList.tsx';
import type { Listing } from './listing.ts';

type Policies = Extract<Listing, { kind: 'policies' }>;

/** The policies of a template or plan. */
export function PolicyList({ of: { policies, untold } }: { readonly of: Policies }): VNode {
  const [chosen, choose] = useState(-1);
  return (
    <>
      <p class="note" role="status">
        {policies.length} {policies.length === 1 ? 'policy' : 'policies'}; each opens by itself, under the
        request that is there.
      </p>
      <FilteredList
        label="Find a policy"
        entries={policies.map((policy, index) => ({ policy, index }))}
        textOf={({ policy: { name, type } }) => `${name} ${type}`}
        keyOf={({ index }) => String(index)}
        view={({ policy, index }) => (
          <button
            type="button"
            class="entry"
            aria-pressed={chosen === index}
            onClick={() => {
              choose(index);
              showPolicy(policy);
            }}
          >
            <span class="entry-name">{visible(policy.name)}</span>
            <small>
              {POLICY_TYPE_WORDS[policy.type].short}
              {policy.unknown.length > 0 && ', with values known only at deployment'}
            </small>
          </button>
        )}
      />
      {untold.length > 0 && (
        <p class="note">What these say is known only at deployment: {untold.map(visible).join(', ')}.</p>
      )}
    </>
  );
}
