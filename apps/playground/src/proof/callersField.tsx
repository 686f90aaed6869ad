import type { VNode } from 'preact';
import { request } from '../model/state.ts';
import type { Callers } from '../worker/proofs/proofApi.ts';
import { callers, chooseCallers } from './proofState.ts';

/** Chooses whose requests a proof is about. */
export function CallersField(): VNode {
  return (
    <label class="callers">
      <span>Requests by</span>
      <select value={callers.value} onChange={(event) => chooseCallers(event.currentTarget.value as Callers)}>
        <option value="principal">the principal of the request{nameOf(request.value.principal)}</option>
        <option value="everyone">everybody whom the policies tell apart</option>
      </select>
    </label>
  );
}

function nameOf(principal: string): string {
  const name = principal.trim().split(/[:/]/).slice(-2).join('/');
  return name === '' ? '' : `: ${name}`;
}
