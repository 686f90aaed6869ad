import { useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { visible } from '@policywright/policy/text';
import { showPrincipal } from './chosen.ts';
import { FilteredList } from './filteredList.tsx';
import type { Listing } from './listing.ts';

type Account = Extract<Listing, { kind: 'account' }>;

/** The users and roles of an account. */
export function PrincipalList({ of: { principals, problems } }: { readonly of: Account }): VNode {
  const [chosen, choose] = useState('');
  return (
    <>
      <p class="note" role="status">
        {principals.length.toLocaleString('en')} users and roles; each opens with all its policies, its
        boundary and its tags.
      </p>
      <FilteredList
        label="Find a user or role"
        entries={principals}
        textOf={({ arn }) => arn}
        keyOf={({ arn }) => arn}
        view={({ arn, kind, policies }) => (
          <button
            type="button"
            class="entry"
            aria-pressed={chosen === arn}
            onClick={() => {
              choose(arn);
              void showPrincipal(arn);
            }}
          >
            <span class="entry-name">{visible(arn)}</span>
            <small>
              {kind}, {policies === 1 ? '1 policy' : `${String(policies)} policies`}
            </small>
          </button>
        )}
      />
      {problems.length > 0 && (
        <details>
          <summary>
            {problems.length === 1 ? '1 problem' : `${String(problems.length)} problems`} of the file
          </summary>
          <ul>
            {problems.slice(0, 50).map((problem, index) => (
              <li key={index}>{visible(problem)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
