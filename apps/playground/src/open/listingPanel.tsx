import './open.css';
import type { VNode } from 'preact';
import { visible } from '@policywright/policy/text';
import { listing } from './listing.ts';
import { PolicyList } from './policyList.tsx';
import { PrincipalList } from './principalList.tsx';
import { ScenarioList } from './scenarioList.tsx';

/** What was opened and holds more than one thing, to choose from. */
export function ListingPanel(): VNode | null {
  const { value } = listing;
  if (value === undefined) return null;
  return (
    <section class="card listing" aria-labelledby="listing-title">
      <div class="listing-head">
        <h2 id="listing-title">In {visible(value.name)}</h2>
        <button type="button" class="quiet" onClick={() => (listing.value = undefined)}>
          Close the list
        </button>
      </div>
      {value.kind === 'scenarios' && <ScenarioList key={value.text} of={value} />}
      {value.kind === 'policies' && <PolicyList of={value} />}
      {value.kind === 'account' && <PrincipalList of={value} />}
    </section>
  );
}
