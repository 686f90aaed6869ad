import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { flags, request, slots } from '../model/state.ts';
import type { Callers, ProofInput } from '../worker/proofs/proofApi.ts';

const chosen: Signal<Callers | undefined> = signal(undefined);

/** Whose requests are meant. Policies of the principal are about its own, one of a resource is about everybody's. */
export const callers: ReadonlySignal<Callers> = computed(
  () =>
    chosen.value ??
    (slots.value.some(({ kind, isOff }) => kind === 'identity' && isOff !== true) ? 'principal' : 'everyone'),
);

/** Chooses whose requests are meant. */
export function chooseCallers(wanted: Callers): void {
  chosen.value = wanted;
}

/** What questions are asked about at the moment. */
export function proofInput(): ProofInput {
  return { slots: slots.value, flags: flags.value, request: request.value, callers: callers.value };
}
