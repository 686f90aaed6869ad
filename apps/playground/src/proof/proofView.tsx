import './proof.css';
import type { ComponentChildren, VNode } from 'preact';
import type { ProofState } from './useProof.ts';

/** What `ProofView` shows. */
export interface ProofViewProps<Answer> {
  readonly state: ProofState<Answer>;
  readonly running: string;
  readonly children: (answer: Answer) => ComponentChildren;
}

/** How far a proof is: that it runs and can be stopped, why there is none, or its answer. */
export function ProofView<Answer>({ state, running, children }: ProofViewProps<Answer>): VNode {
  switch (state.at) {
    case 'nothing':
      return <></>;
    case 'running':
      return (
        <p class="running" role="status">
          <span class="spinner" aria-hidden="true" /> {running}{' '}
          <button type="button" onClick={state.stop}>
            Stop
          </button>
        </p>
      );
    case 'stopped':
      return (
        <p class="outcome unknown" role="status">
          <strong>
            <span aria-hidden="true">?</span> Not found out
          </strong>{' '}
          {state.why}.
        </p>
      );
    case 'done':
      return <>{children(state.answer)}</>;
  }
}
