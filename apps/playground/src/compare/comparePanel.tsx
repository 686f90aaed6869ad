import type { VNode } from 'preact';
import { workspace } from '../model/decided.ts';
import { before, flags, request, slots } from '../model/state.ts';
import { CallersField } from '../proof/callersField.tsx';
import { callers, proofInput } from '../proof/proofState.ts';
import { ProofView } from '../proof/proofView.tsx';
import { useProof, type ProofState } from '../proof/useProof.ts';
import type { Comparison } from '../worker/proofs/proofApi.ts';
import { ComparisonView } from './comparisonView.tsx';
import { OlderVersion } from './olderVersion.tsx';

/** Two versions of the documents: what the newer one allows more and less, for all requests. */
export function ComparePanel(): VNode {
  const state = useComparison();
  return (
    <div class="compare">
      <p>
        What does a change allow that was not allowed before, and what no more? The documents of now are
        compared with an older version, over all requests that there can be.
      </p>
      <OlderVersion />
      <CallersField />
      {before.value === slots.value ? (
        <p role="status">
          Nothing has changed yet. Edit a document, or paste its older version, and look here again.
        </p>
      ) : !workspace.value.ok ? (
        <p role="status">A document cannot be read: mend it first, the error stands at the top.</p>
      ) : (
        <ProofView state={state} running="Comparing all requests …">
          {(comparison) =>
            comparison === undefined ? (
              <p role="status">A document of the older version cannot be read.</p>
            ) : (
              <ComparisonView comparison={comparison} />
            )
          }
        </ProofView>
      )}
    </div>
  );
}

function useComparison(): ProofState<Comparison | undefined> {
  const input = { ...proofInput(), before: before.value };
  const isAsked = before.value !== slots.value && workspace.value.ok;
  // Whose requests are meant decides whether it matters what the form has.
  const asked = callers.value === 'principal' ? request.value : request.value.grants;
  const inputs = [input.before, input.slots, flags.value, callers.value, asked, isAsked];
  return useProof(inputs, isAsked ? (client) => client.ask('compare', input) : undefined);
}
