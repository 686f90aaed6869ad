import type { VNode } from 'preact';
import type { Explanation } from '@policywright/evaluator';
import { explanation, workspace } from '../model/decided.ts';
import { openSlot } from '../model/state.ts';
import { LayerFlow } from './layerFlow.tsx';

const WORDS = {
  Allow: 'Allowed',
  ExplicitDeny: 'Denied by a statement',
  ImplicitDeny: 'Denied: nothing allows it',
};

/** The decision, how it came about, and what would have to change. */
export function DecisionPanel(): VNode {
  const told = explanation.value;
  if (told === undefined) return <Unreadable />;
  return (
    <div class="decision">
      <p class={`verdict ${told.decision === 'Allow' ? 'good' : 'bad'}`} role="status">
        <strong>
          <span aria-hidden="true">{told.decision === 'Allow' ? '✓' : '✗'}</span> {WORDS[told.decision]}
        </strong>
        <span>
          <WithCode text={told.summary.replace(/^(?:allowed|denied): /, '')} />
        </span>
        <span class="rule">rule {told.rule}</span>
      </p>
      <Advice told={told} />
      <LayerFlow told={told} />
    </div>
  );
}

function Unreadable(): VNode {
  const { value } = workspace;
  const broken = value.ok ? [] : value.unreadable;
  return (
    <div class="decision">
      <p class="verdict unknown" role="status">
        <strong>No decision</strong>
        <span>A document that cannot be read might deny anything. Mend first:</span>
      </p>
      <ul>
        {broken.map((slot) => (
          <li key={slot.id}>
            <button type="button" class="link" onClick={() => (openSlot.value = slot.id)}>
              {slot.name}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What would have to change for the request to be allowed. */
function Advice({ told }: { readonly told: Explanation }): VNode | null {
  const { nearest, decision } = told;
  if (decision !== 'ImplicitDeny' || nearest === undefined) return null;
  return (
    <div class="advice">
      <h3>What would have to change</h3>
      <p>
        {nearest.misses === 1 ? 'One thing keeps' : `${String(nearest.misses)} things keep`} the nearest
        statement from allowing it:
      </p>
      <ul>
        {nearest.lacks.map((lack) => (
          <li key={lack}>
            <WithCode text={lack} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Text in which backticks mark code. */
function WithCode({ text }: { readonly text: string }): VNode {
  return (
    <>{text.split('`').map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))}</>
  );
}
